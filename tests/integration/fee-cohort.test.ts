import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { readCohort } from '@/lib/usecases/ledger/read-cohort'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aCase, type StoredCase } from '../support/cases'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { aLine } from '../support/ledger'

let officer: StaffActor
let stranger: StaffActor
let own: StoredCase

const paying = (yen: string, change: Partial<ReportAnswers> = {}): Partial<ReportAnswers> => ({
  parties: [{ role: 'sending_organization', name: 'Công ty TNHH Hoa Sen' }],
  fees: [
    {
      payeeRole: 'sending_organization',
      category: 'rf_placement_service',
      amountMinor: yen,
      currency: 'JPY',
      paidOn: '2025-02',
    },
  ],
  ...change,
})

beforeAll(async () => {
  await emptyDatabase()
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('minato', { isDefaultIntake: true }), 'caseworker')
  stranger = await aStaffMember(await anOffice('union', { intakeOrigins: ['PH'] }), 'caseworker')
})

beforeEach(async () => {
  await ownerPool().query('UPDATE cases SET is_test = true')
  own = await aCase(paying('999999', { parties: [{ role: 'sending_organization', name: 'Hoa Sen Co., Ltd.' }] }))
})

const cohort = async (actor: StaffActor = officer) => {
  const { line } = await aLine(officer, own.number)
  return readCohort(staffGrant(actor, 'case.read'), { number: own.number, lineId: line.id })
}
const others = async (...sums: readonly string[]) => {
  for (const yen of sums) await aCase(paying(yen))
}

describe('what others paid', () => {
  it('is told from five other cases on, with few digits, and never with the own one', async () => {
    await others('600000', '700000', '700000', '812345')
    expect(await cohort()).toBeNull()
    await others('912345')
    expect(await cohort()).toEqual({
      n: 5,
      medianJpy: 700_000n,
      p25Jpy: null,
      p75Jpy: null,
      quarter: '2025-Q1',
      sameParty: true,
    })
  })

  it('has quartiles from ten other cases on, and is kept in the audit trail', async () => {
    await others('600000', '600000', '600000', '600000', '700000', '700000', '812345', '812345', '812345')
    expect(await cohort()).toMatchObject({ n: 9, p25Jpy: null, p75Jpy: null })
    await others('812345')
    expect(await cohort()).toMatchObject({ n: 10, medianJpy: 700_000n, p25Jpy: 600_000n, p75Jpy: 810_000n })
    const { rows } = await ownerPool().query<{ detail: unknown }>(
      `SELECT detail FROM audit_event WHERE action = 'cohort.read' AND case_id = $1`,
      [own.id],
    )
    expect(rows.map(({ detail }) => detail)).toEqual([{ answer: 'shown' }, { answer: 'shown' }])
  })

  it('counts a case once with all it paid, in the quarter of the payment', async () => {
    await others('600000', '600000', '600000', '600000')
    const [fee] = paying('300000').fees ?? []
    if (!fee) throw new Error('no payment')
    await aCase(paying('0', { fees: [fee, { ...fee, paidOn: '2025-03' }, { ...fee, paidOn: '2025-04' }] }))
    expect(await cohort()).toMatchObject({ n: 5, medianJpy: 600_000n })
  })

  it.each([
    ['another party', { parties: [{ role: 'sending_organization', name: 'Hoa Mai' }] }],
    ['the same name in another role', { parties: [{ role: 'broker', name: 'Hoa Sen' }] }],
    ['another scheme', { scheme: 'ssw' }],
    ['another corridor', { origin: 'ID' }],
    ['somebody who is not to be counted', { consents: ['keep_complaint'] }],
  ] as const)('leaves out %s', async (_what, change) => {
    await others('600000', '600000', '600000', '600000')
    await aCase(paying('600000', change as Partial<ReportAnswers>))
    expect(await cohort()).toBeNull()
  })

  const toBroker = (name: string, change: Partial<ReportAnswers> = {}) => {
    const [fee] = paying('600000').fees ?? []
    const fees = [{ ...fee, payeeRole: 'broker', category: 'rf_broker_introduction' } as const]
    return paying('600000', { parties: [{ role: 'broker', name }], fees, ...change })
  }

  it('takes two go-betweens of one name for one, but nobody known by a nickname only', async () => {
    own = await aCase(toBroker('Nguyễn Văn Ba'))
    for (let other = 0; other < 5; other += 1) await aCase(toBroker('nguyễn văn ba'))
    expect(await cohort()).toMatchObject({ n: 5 })
    own = await aCase(toBroker('chú Ba'))
    for (let other = 0; other < 5; other += 1) await aCase(toBroker('Chú Ba'))
    expect(await cohort()).toBeNull()
  })

  it('knows a name by another key where the workers come from another country', async () => {
    const keyOf = async ({ id }: StoredCase) => {
      const { rows } = await ownerPool().query<{ name_key: Buffer | null }>(
        'SELECT name_key FROM case_party WHERE case_id = $1',
        [id],
      )
      return rows[0]?.name_key?.toString('hex')
    }
    const [here, same, elsewhere] = [
      await aCase(paying('1')),
      await aCase(paying('1')),
      await aCase(paying('1', { origin: 'ID' })),
    ]
    expect(await keyOf(here)).toMatch(/^[0-9a-f]{64}$/)
    expect(await keyOf(same)).toBe(await keyOf(here))
    expect(await keyOf(elsewhere)).not.toBe(await keyOf(here))
    expect(await keyOf(await aCase(paying('1', { origin: undefined })))).toBeUndefined()
  })

  it('leaves out duplicates, what was erased, and payments set aside', async () => {
    await others('600000', '600000', '600000', '600000', '600000')
    const change = (sql: string) =>
      ownerPool().query(`${sql} WHERE id = (SELECT max(id::text)::uuid FROM cases WHERE NOT is_test AND id <> $1)`, [
        own.id,
      ])
    expect(await cohort()).not.toBeNull()
    await change(`UPDATE cases SET closing_code = 'duplicate_merged'`)
    expect(await cohort()).toBeNull()
    await change(`UPDATE cases SET closing_code = NULL`)
    expect(await cohort()).not.toBeNull()
    await ownerPool().query(
      `UPDATE fee_line SET removed_at = now() WHERE case_id = (SELECT max(id::text)::uuid FROM cases WHERE NOT is_test AND id <> $1)`,
      [own.id],
    )
    expect(await cohort()).toBeNull()
  })

  it('finds a party by the register, too, and keeps two registered ones of one name apart', async () => {
    await others('600000', '600000', '600000', '600000', '600000')
    const register = async (caseCondition: string) => {
      const { rows } = await ownerPool().query<{ id: string }>(
        `INSERT INTO party (id, country, roles, name) VALUES (gen_random_uuid(), 'VN', '{sending_organization}', 'Hoa Sen') RETURNING id`,
      )
      await ownerPool().query(
        `UPDATE case_party SET party_id = $1 WHERE case_id IN (SELECT id FROM cases c WHERE NOT is_test AND ${caseCondition})`,
        [rows[0]?.id],
      )
    }
    await register('true')
    await ownerPool().query('UPDATE case_party SET name_key = NULL WHERE case_id = $1', [own.id])
    expect(await cohort()).toMatchObject({ n: 5 })
    await register(`c.id = '${own.id}'`)
    expect(await cohort()).toBeNull()
  })

  it('is for the office of the case', async () => {
    await others('600000', '600000', '600000', '600000', '600000')
    expect(await cohort()).not.toBeNull()
    expect(await cohort(stranger)).toBeNull()
  })
})
