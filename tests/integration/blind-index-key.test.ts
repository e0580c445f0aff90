import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { rotateKeys } from '@/lib/commands/database/rotate-keys'
import type { StaffActor } from '@/lib/access/grant'
import { aReport, aStaffMember, reporterGrant, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aToldLedger } from '../support/told-ledger'
import { withKeys } from '../support/with-keys'

const ENCRYPTION_KEY = inject('databaseServer').encryptionKey
const FIRST = randomBytes(32).toString('base64')
const SECOND = randomBytes(32).toString('base64')
const OLD = { ENCRYPTION_KEY }
const NEW = { ENCRYPTION_KEY, BLIND_INDEX_KEY: FIRST }

let officer: StaffActor

const hashes = async () =>
  (
    await ownerPool().query<{ code: number; name: number }>(
      `SELECT octet_length(c.code_hash) AS code, octet_length(p.name_key) AS name FROM cases c JOIN case_party p ON p.case_id = c.id
        WHERE c.code_hash IS NOT NULL AND p.name_key IS NOT NULL ORDER BY c.received_at, c.id, p.position`,
    )
  ).rows

/** Sends a report as a process with these keys, whose broker bears a name of its own. */
const aReportWith = (keys: Record<string, string>, word: string) =>
  withKeys(keys, async () => {
    const { submitReport } = await import('@/lib/usecases/submit-report')
    const sent = await submitReport(reporterGrant(), {
      answers: aReport({
        story: `${word} họ giữ hộ chiếu`,
        parties: [{ role: 'accepting_company', name: 'Sao Mai Seafood' }],
        fees: [],
        paid: 'no',
      }),
      locale: 'vi',
      channel: 'web',
      token: null,
    })
    if (!sent.ok) throw new Error('not sent')
    return sent.value.code.replaceAll(/\D/g, '')
  })

/** Which of these codes open a case, and how many cases are found by each word, for a process with these keys. */
const found = (keys: Record<string, string>, codes: readonly string[], words: readonly string[]) =>
  withKeys(keys, async () => {
    const { within } = await import('@/lib/data/within')
    const { grantOpen } = await import('@/lib/access/grant')
    const { findCaseByCode } = await import('@/lib/data/worker-sessions')
    const { prepareSearch } = await import('@/lib/data/queue-search')
    const opened: boolean[] = []
    for (const code of codes)
      opened.push(
        await within(
          grantOpen({ kind: 'door' }, 'door.look_up'),
          async (on) => (await findCaseByCode(on, code)) !== null,
        ),
      )
    const cases: number[] = []
    for (const word of words) {
      const search = await within(staffGrant(officer, 'case.list'), (on) =>
        prepareSearch(on, { text: word, tokens: [word], byToken: [], wholeCodes: [] }),
      )
      const { rows } = await ownerPool().query<{ n: number }>(
        'SELECT count(*)::int AS n FROM case_words WHERE hashes && $1::bigint[]',
        [search.words[0]],
      )
      cases.push(rows[0]?.n ?? 0)
    }
    return { opened, cases }
  })

const codes: string[] = []
beforeAll(async () => {
  const { officeId } = await aToldLedger()
  officer = await aStaffMember(officeId, 'supervisor')
  codes.push(await aReportWith(OLD, 'mangrove'))
})

describe('a key of its own for the blind indexes', () => {
  test('is written with at once and read beside the former one', async () => {
    codes.push(await aReportWith(NEW, 'lantern'))
    // A process that only knows it yet, and one that does not write with it.
    codes.push(await aReportWith({ ...OLD, NEXT_BLIND_INDEX_KEY: FIRST }, 'harbour'))
    const all = { opened: [true, true, true], cases: [1, 1, 1] }
    const words = ['mangrove', 'lantern', 'harbour']
    expect(await found(NEW, codes, words)).toEqual(all)
    expect(await found({ ...OLD, NEXT_BLIND_INDEX_KEY: FIRST }, codes, words)).toEqual(all)
    expect((await found(OLD, codes, [])).opened).toEqual([true, false, true])
    expect((await hashes()).map(({ code }) => code)).toEqual([32, 36, 32])
  })

  test('takes over by a layer on every hash, and again with another one', async () => {
    const done = await rotateKeys(ownerUrl, NEW, { batch: 1 })
    expect(done.laid).toBeGreaterThan(0)
    expect(new Set((await hashes()).flatMap(({ code, name }) => [code, name]))).toEqual(new Set([36]))
    expect((await rotateKeys(ownerUrl, NEW)).laid).toBe(0)
    const words = ['mangrove', 'lantern', 'harbour']
    const all = { opened: [true, true, true], cases: [1, 1, 1] }
    expect(await found(NEW, codes, words)).toEqual(all)
    // It is kept as well: a start without the setting reads and writes with it.
    expect(await found(OLD, codes, words)).toEqual(all)

    const next = { ENCRYPTION_KEY, BLIND_INDEX_KEY: SECOND }
    codes.push(await aReportWith(next, 'thimble'))
    const more = { opened: [true, true, true, true], cases: [1, 1, 1, 1] }
    expect(await found(next, codes, [...words, 'thimble'])).toEqual(more)
    await rotateKeys(ownerUrl, next)
    expect(await found(next, codes, [...words, 'thimble'])).toEqual(more)
    // The same organisation is the same in every case, whichever key its name was first written with.
    const { rows } = await ownerPool().query<{ n: number }>(
      `SELECT count(DISTINCT name_key)::int AS n FROM case_party WHERE role = 'accepting_company'`,
    )
    expect(rows[0]?.n).toBe(1)
  })

  test('is all that hashes come from: nothing of the former one is left among the words', async () => {
    const former = await withKeys(OLD, async () => {
      const { lastingKeyFor } = await import('@/lib/sealing/master-key')
      const { createHmac } = await import('node:crypto')
      const key = lastingKeyFor('search-words', Buffer.from(officer.officeId, 'utf8'))
      return ['mangrove', 'lantern', 'harbour', 'thimble'].map((word) =>
        createHmac('sha256', key).update(word).digest().readBigInt64BE(0).toString(),
      )
    })
    const { rows } = await ownerPool().query('SELECT 1 FROM case_words WHERE hashes && $1::bigint[]', [former])
    expect(rows).toEqual([])
  })
})
