import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { FREE_TRIES } from '@/lib/domain/slowing'
import { SECRET_CODE_BYTES, secretCodeFrom } from '@/lib/domain/secret-code'
import { aStaffMember, anOffice } from '../support/builders'
import { appUrl, ownerPool, ownerUrl } from '../support/database'
import { aCase } from '../support/own-case'

// Two processes of the application on one database, each with a memory of its own. Jobs of several processes: jobs-killed.test.ts and
// jobs-in-one-order.test.ts; reports that two receive at once: crash.test.ts.

type Process = { readonly ask: (what: string, ...words: string[]) => Promise<unknown>; readonly child: ChildProcess }

const keys = inject('databaseServer')
/** What remembers for a minute is behind for a minute at most, and this machine may be slow. */
const MINUTE = { timeout: 150_000, interval: 2_000 }
let officeId = ''
let a: Process
let b: Process

async function startProcess(): Promise<Process> {
  const args = ['--conditions=react-server', '--import', 'tsx', 'tests/support/process-child.ts']
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      APP_DATABASE_URL: appUrl,
      AUTH_SECRET: keys.authSecret,
      ENCRYPTION_KEY: keys.encryptionKey,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  child.on('message', ({ id, value, failure }: { id: number; value: unknown; failure?: string }) => {
    if (failure === undefined) waiting.get(id)?.resolve(value)
    else waiting.get(id)?.reject(new Error(failure))
  })
  const answerTo = (id: number) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
    })
  await answerTo(0)
  return {
    child,
    ask: (what, ...words) => {
      last += 1
      child.send({ id: last, what, words })
      return answerTo(last)
    },
  }
}

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officeId = await anOffice('helpdesk', { isDefaultIntake: true })
  ;[a, b] = await Promise.all([startProcess(), startProcess()])
}, 120_000)
afterAll(() => [a, b].forEach(({ child }) => child.kill('SIGKILL')))

describe('of two processes', () => {
  test('one knows at once who signed in and out at the other', async () => {
    const officer = await aStaffMember(officeId, 'caseworker')
    const session = String(await a.ask('signIn', officer.id))
    expect(await b.ask('whoIs', session)).toBe(officer.id)
    expect(await a.ask('whoIs', session)).toBe(officer.id)
    await b.ask('signOut', session)
    expect(await a.ask('whoIs', session)).toBeNull()
  })

  test('one knows at once who is not active any more', async () => {
    const officer = await aStaffMember(officeId, 'caseworker')
    const session = String(await a.ask('signIn', officer.id))
    expect(await b.ask('whoIs', session)).toBe(officer.id)
    await ownerPool().query('UPDATE staff SET is_active = false WHERE id = $1', [officer.id])
    expect(await Promise.all([a.ask('whoIs', session), b.ask('whoIs', session)])).toEqual([null, null])
  })

  test('a reporter may be served by both in turn, and leaving one is leaving both', async () => {
    const own = await aCase()
    const token = String(await a.ask('comeBack', own.code))
    expect(await b.ask('whoseCase', token)).toBe(own.id)
    await b.ask('leave', token)
    expect(await a.ask('whoseCase', token)).toBeNull()
  })

  test('wrong tries at one count at the other', async () => {
    const network = randomUUID()
    for (let tries = 0; tries < FREE_TRIES; tries += 1)
      expect(
        await (tries % 2 === 0 ? a : b).ask(
          'comeBack',
          secretCodeFrom(Buffer.alloc(SECRET_CODE_BYTES, tries)),
          network,
        ),
      ).toBe('code_unknown')
    expect(await Promise.all([a.ask('wrongTries', network), b.ask('wrongTries', network)])).toEqual([
      FREE_TRIES,
      FREE_TRIES,
    ])
  })

  test('what both remember of rules, rates and reports is seen by both within a minute', async () => {
    const rule = (
      await ownerPool().query<{ id: string; n: number }>(
        'SELECT id, count(*)::int AS n FROM fee_rule GROUP BY 1 ORDER BY 1',
      )
    ).rows[0]
    const id = rule?.id ?? ''
    const seenByBoth = async (what: string, ...words: string[]) =>
      Promise.all([a.ask(what, ...words), b.ask(what, ...words)])
    expect(await seenByBoth('rate', 'VND', '1999-12')).toEqual([null, null])
    expect(await seenByBoth('ruleVersions', id)).toEqual([rule?.n, rule?.n])
    const [counted] = await seenByBoth('counted')
    await ownerPool().query(
      `INSERT INTO exchange_rate SELECT (jsonb_populate_record(r, '{"period": "1999-12", "units_per_usd": 14028}')).* FROM exchange_rate r WHERE currency = 'VND' LIMIT 1`,
    )
    await ownerPool().query(
      `INSERT INTO fee_rule SELECT (jsonb_populate_record(r, jsonb_build_object('version', r.version + 1, 'rule', r.rule || jsonb_build_object('version', r.version + 1)))).* FROM fee_rule r WHERE id = $1 ORDER BY version DESC LIMIT 1`,
      [id],
    )
    await aCase()
    await vi.waitFor(async () => {
      expect(await seenByBoth('counted')).toEqual([Number(counted) + 1, Number(counted) + 1])
      expect(await seenByBoth('rate', 'VND', '1999-12')).toEqual(['14028', '14028'])
      expect(await seenByBoth('ruleVersions', id)).toEqual([Number(rule?.n) + 1, Number(rule?.n) + 1])
    }, MINUTE)
  }, 200_000)
})
