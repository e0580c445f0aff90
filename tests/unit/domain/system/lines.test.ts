import { expect, test } from 'vitest'
import type { SystemFacts } from '@/lib/domain/system/facts'
import { linesOf, SYSTEM_AREAS, type SystemArea, type SystemCode } from '@/lib/domain/system/lines'

const AT = new Date('2026-11-22T03:00:00Z')
const GIB = 1024 ** 3
const hoursBefore = (hours: number) => new Date(AT.getTime() - hours * 3_600_000)

/** An installation that stands as it should. */
const FINE: SystemFacts = {
  at: AT,
  isUpToDate: true,
  jobs: [{ kind: 'mail', standing: 'on_time', waiting: 0, active: 0, failed: 0 }],
  mail: 'server',
  scanner: 'on',
  files: {
    isReady: true,
    room: { freeBytes: 40 * GIB, wholeBytes: 80 * GIB },
    quotaBytes: null,
    bytes: GIB,
    draftBytes: 0,
    line: 'encrypted',
  },
  keys: { currentId: 'ab12', wrapped: 7, others: [], hasNext: false, blindLayers: 0, blindSettled: 0 },
  backup: { endedAt: hoursBefore(5), isWhole: true, bytes: GIB },
  backupFailedAt: null,
  restoredFrom: null,
  anchors: { isReadable: true, lastAt: hoursBefore(1) },
  rates: { currency: 'VND', month: '2026-10' },
  sources: { oldestOn: '2026-10-01', due: 0 },
  legalRules: { oldestOn: '2026-10-01', due: 0 },
  surveyOn: '2022-07-26',
  index: { asOf: AT, reports: 10 },
  deskMonthsWaiting: 1,
  staffSessions: 2,
  isEncryptedAddress: true,
  databaseLine: 'proved',
  versions: { product: '0.1.0', node: '24.0.0', postgres: '18.4', since: hoursBefore(100) },
}

const AREAS = Object.keys(SYSTEM_AREAS) as SystemArea[]
const allLines = (facts: SystemFacts) => AREAS.flatMap((area) => linesOf(area, facts))

test('an installation that stands as it should asks nothing of anybody', () => {
  expect(allLines(FINE).filter(({ standing }) => standing !== 'fine')).toEqual([])
})

const files = (change: Partial<SystemFacts['files']>) => ({ files: { ...FINE.files, ...change } })
const keys = (change: Partial<SystemFacts['keys']>) => ({ keys: { ...FINE.keys, ...change } })
const backup = (hours: number, isWhole = true) => ({ backup: { endedAt: hoursBefore(hours), isWhole, bytes: 1 } })

test.each<[SystemCode, string, Partial<SystemFacts>]>([
  ['migrations', 'act missing', { isUpToDate: false }],
  ['jobs_late', 'act late', { jobs: FINE.jobs.map((job) => ({ ...job, standing: 'late' as const })) }],
  ['jobs_failed', 'look some', { jobs: FINE.jobs.map((job) => ({ ...job, failed: 2 })) }],
  ['mail', 'look off', { mail: 'off' }],
  ['scanner', 'look off', { scanner: 'off' }],
  ['scanner', 'act away', { scanner: 'away' }],
  ['address', 'look open', { isEncryptedAddress: false }],
  ['store', 'act away', files({ isReady: false })],
  ['room', 'look free', files({ room: { freeBytes: 9 * GIB, wholeBytes: 80 * GIB } })],
  ['room', 'act free', files({ room: { freeBytes: GIB / 2, wholeBytes: 80 * GIB } })],
  ['room', 'unknown not_said', files({ room: null })],
  ['room', 'fine quota', files({ room: null, quotaBytes: 10 * GIB, bytes: 8 * GIB })],
  ['room', 'look quota', files({ room: null, quotaBytes: 10 * GIB, bytes: 8.1 * GIB })],
  ['room', 'act quota', files({ room: null, quotaBytes: 10 * GIB, bytes: 9.6 * GIB })],
  ['bucket_line', 'look open', files({ line: 'open' })],
  ['bucket_line', 'fine none', files({ line: 'none' })],
  ['database_line', 'fine here', { databaseLine: 'here' }],
  ['database_line', 'look unproved', { databaseLine: 'unproved' }],
  ['database_line', 'look open', { databaseLine: 'open' }],
  ['drafts', 'look used', files({ draftBytes: 4.5 * GIB })],
  ['master_key', 'look left', keys({ others: [{ keys: 3, isKnown: true }] })],
  [
    'master_key',
    'act lost',
    keys({
      others: [
        { keys: 3, isKnown: true },
        { keys: 1, isKnown: false },
      ],
    }),
  ],
  ['blind_index', 'look to_lay', keys({ blindLayers: 1 })],
  ['blind_index', 'fine own', keys({ blindLayers: 1, blindSettled: 1 })],
  ['next_key', 'look set', keys({ hasNext: true })],
  ['backup', 'act never', { backup: null }],
  ['backup', 'look last', backup(27)],
  ['backup', 'act last', backup(73)],
  ['backup', 'act last', backup(73, false)],
  ['backup', 'look files_missing', backup(2, false)],
  ['backup', 'act failed', { backupFailedAt: hoursBefore(1) }],
  ['backup', 'fine last', { backupFailedAt: hoursBefore(6) }],
  ['backup', 'act failed', { backup: null, backupFailedAt: hoursBefore(6) }],
  ['restored', 'fine from', { restoredFrom: hoursBefore(30) }],
  ['anchors', 'look nowhere', { anchors: null }],
  ['anchors', 'act unreadable', { anchors: { isReadable: false, lastAt: null } }],
  ['anchors', 'look nothing', { anchors: { isReadable: true, lastAt: null } }],
  ['rates', 'look last', { rates: { currency: 'VND', month: '2026-04' } }],
  ['rates', 'act last', { rates: { currency: 'VND', month: '2025-04' } }],
  ['rates', 'act none', { rates: null }],
  ['sources', 'look due', { sources: { oldestOn: '2026-01-01', due: 4 } }],
  ['legal_rules', 'unknown none', { legalRules: { oldestOn: null, due: 0 } }],
  ['index', 'unknown loading', { index: null }],
  ['desk', 'look waiting', { deskMonthsWaiting: 101 }],
])('%s: %s', (code, expected, change) => {
  const line = allLines({ ...FINE, ...change }).find((one) => one.code === code)
  expect(`${line?.standing} ${line?.state}`).toBe(expected)
})
