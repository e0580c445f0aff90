import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { decideCorrection } from '@/lib/usecases/decide-correction'
import { proposeCorrection } from '@/lib/usecases/propose-correction'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { readOwnFacts } from '@/lib/usecases/read-own-facts'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aCase, actionsOf, caseRow, erase, GONE, numberOf, one, type OwnCase } from '../support/own-case'
let officer: StaffActor
let supervisor: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  const office = await anOffice('helpdesk', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
  stranger = await aStaffMember(await anOffice('union'), 'supervisor')
})

describe('saying that a fact is wrong', () => {
  const proposal = (change: object = {}) => ({
    requestId: randomUUID(),
    field: 'origin' as const,
    subjectId: null,
    before: 'VN',
    after: 'KH',
    notice: 'Không phải Việt Nam.',
    language: 'vi',
    ...change,
  })
  const decide = async (own: OwnCase, decision: 'accepted' | 'declined', reason = '', actor = officer) =>
    decideCorrection(staffGrant(actor, 'case.decide_correction'), {
      number: await numberOf(own),
      correctionId: (await readOwnCase(own.read))?.corrections.at(-1)?.id ?? randomUUID(),
      requestId: randomUUID(),
      decision,
      reason,
    })

  test('changes nothing until an officer takes it over, then the country, the corridor and the verdict', async () => {
    const own = await aCase()
    const same = proposal()
    await Promise.all([proposeCorrection(own.write, same), proposeCorrection(own.write, same)])
    expect(await caseRow(own.id)).toMatchObject({ origin: 'VN', unread_from_worker: 1 })
    expect((await readOwnFacts(own.read))?.corrections).toMatchObject([
      { before: 'VN', after: 'KH', state: 'proposed' },
    ])
    expect((await decide(own, 'accepted')).ok).toBe(true)
    expect(await caseRow(own.id)).toMatchObject({ origin: 'KH', corridor: 'KH-JP' })
    expect(
      await one<string>(
        `SELECT cause AS value FROM fee_assessment WHERE case_id = $1 ORDER BY assessed_at DESC LIMIT 1`,
        own.id,
      ),
    ).toBe('facts_changed')
    expect(await actionsOf(own.id)).toEqual(expect.arrayContaining(['correction.proposed', 'correction.accepted']))
  })

  test('keeps the words sealed', async () => {
    const own = await aCase()
    await proposeCorrection(own.write, proposal({ field: 'payment', before: 'Phí 25 triệu', after: 'Đó là 30 triệu' }))
    const stored = await one<string>(
      `SELECT row_to_json(c)::text AS value FROM correction c WHERE case_id = $1`,
      own.id,
    )
    expect(stored).not.toContain('triệu')
  })

  test('gives a party the name the worker says', async () => {
    const own = await aCase()
    const party = (await readOwnFacts(own.read))?.parties[0]
    await proposeCorrection(
      own.write,
      proposal({ field: 'party', subjectId: party?.id, before: 'chú Ba', after: 'Nguyễn Văn Ba' }),
    )
    await decide(own, 'accepted')
    expect((await readOwnFacts(own.read))?.parties[0]?.name).toBe('Nguyễn Văn Ba')
  })

  test('is declined only with words to the worker, and once', async () => {
    const own = await aCase()
    await proposeCorrection(own.write, proposal())
    expect(await decide(own, 'declined')).toEqual({ ok: false, error: { code: 'reason_missing' } })
    expect((await decide(own, 'declined', 'Theo hợp đồng là Việt Nam.')).ok).toBe(true)
    expect(await decide(own, 'accepted')).toEqual({ ok: false, error: { code: 'changed_meanwhile' } })
    const reading = await readOwnCase(own.read)
    expect(reading?.corrections).toMatchObject([{ state: 'declined', reason: 'Theo hợp đồng là Việt Nam.' }])
    expect(reading?.messages.at(-1)).toMatchObject({ direction: 'to_worker', text: 'Theo hợp đồng là Việt Nam.' })
    expect(await caseRow(own.id)).toMatchObject({ origin: 'VN' })
  })

  test('of two officers at once, one decides', async () => {
    const own = await aCase()
    await proposeCorrection(own.write, proposal())
    const results = await Promise.all([decide(own, 'accepted'), decide(own, 'declined', 'No.', supervisor)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('is nothing for another office, another worker or an erased case', async () => {
    const [own, other] = [await aCase(), await aCase()]
    await proposeCorrection(own.write, proposal())
    expect(await decide(own, 'accepted', '', stranger)).toEqual({ ok: false, error: { code: 'not_found' } })
    expect((await readOwnCase(other.read))?.corrections).toEqual([])
    await erase(own)
    expect(await proposeCorrection(own.write, proposal())).toEqual(GONE)
  })
})

describe('what hangs on a case', () => {
  const TABLES = [
    'correction',
    'repayment_answer',
    'satisfaction_survey',
    'officer_request',
    'code_replacement',
  ] as const
  const seen = async (as: Parameters<typeof within>[0]) => {
    const counts = await within(as, async (on) => {
      const found: number[] = []
      for (const table of TABLES) {
        const rows = await on.db.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`)
        found.push(rows[0]?.n ?? 0)
      }
      return found
    })
    return Object.fromEntries(TABLES.map((table, index) => [table, counts[index]]))
  }

  test('is seen by its worker and its office only, ratings and wishes by supervisors', async () => {
    await ownerPool().query(
      `TRUNCATE correction, repayment_answer, satisfaction_survey, officer_request, code_replacement`,
    )
    const [own, other] = [await aCase(), await aCase()]
    const row = (table: string, columns: string, values: string) =>
      ownerPool().query(
        `INSERT INTO ${table} (id, case_id, ${columns}) VALUES ('${randomUUID()}', '${own.id}', ${values})`,
      )
    const id = randomUUID()
    await row(
      'correction',
      'field, sealed_new, language, request_id, proposed_at',
      `'pay', '\\x00', 'vi', '${id}', now()`,
    )
    await row('repayment_answer', 'remedy_id, arrived, request_id, answered_at', `'${id}', 'no', '${id}', now()`)
    await row('satisfaction_survey', 'score, answered_at', '1, now()')
    await row('officer_request', 'preference, request_id, requested_at', `'any', '${id}', now()`)
    await row(
      'code_replacement',
      'staff_id, met_how, facts, matched, mismatched, outcome, request_id, checked_at',
      `'${officer.id}', 'phone', '{}', 0, 0, 'refused', '${id}', now()`,
    )
    const all = Object.fromEntries(TABLES.map((table) => [table, 1]))
    const none = Object.fromEntries(TABLES.map((table) => [table, 0]))
    expect(await seen(staffGrant(supervisor, 'case.read'))).toEqual(all)
    expect(await seen(staffGrant(officer, 'case.read'))).toEqual({ ...all, satisfaction_survey: 0, officer_request: 0 })
    // A check that was refused is no news for the worker; a code that was made is.
    expect(await seen(own.read)).toEqual({ ...all, code_replacement: 0 })
    expect(await seen(other.read)).toEqual(none)
    expect(await seen(staffGrant(stranger, 'case.read'))).toEqual(none)
  })

  test('is decided in no other name and rewritten by nobody', async () => {
    const own = await aCase()
    const as = staffGrant(officer, 'case.decide_correction')
    const insert = within(own.write, (on) =>
      on.db.correction.createMany({
        data: [
          {
            id: randomUUID(),
            caseId: own.id,
            field: 'pay',
            sealedNew: new Uint8Array([0]),
            language: 'vi',
            state: 'accepted',
            requestId: randomUUID(),
            proposedAt: now(),
          },
        ],
      }),
    )
    await expect(insert).rejects.toThrow('row-level security')
    const update = within(as, (on) => on.db.correction.updateMany({ data: { sealedNew: new Uint8Array([1]) } }))
    await expect(update).rejects.toThrow('permission denied')
    const rate = within(staffGrant(supervisor, 'case.read'), (on) =>
      on.db.satisfactionSurvey.createMany({
        data: [{ id: randomUUID(), caseId: own.id, score: 5, answeredAt: now() }],
      }),
    )
    await expect(rate).rejects.toThrow('row-level security')
  })
})
