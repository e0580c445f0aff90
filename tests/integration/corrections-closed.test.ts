import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { decideCorrection } from '@/lib/usecases/decide-correction'
import { proposeCorrection } from '@/lib/usecases/propose-correction'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aCase, actionsOf, caseRow, one, type OwnCase } from '../support/own-case'

let officer: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
})

/** A case whose worker said that the country is wrong. */
async function aCorrectedCase(): Promise<OwnCase> {
  const own = await aCase()
  await proposeCorrection(own.write, {
    requestId: randomUUID(),
    field: 'origin',
    subjectId: null,
    before: 'VN',
    after: 'KH',
    notice: 'Country',
    language: 'vi',
  })
  return own
}

const decide = async (own: OwnCase, decision: 'accepted' | 'declined') =>
  decideCorrection(staffGrant(officer, 'case.decide_correction'), {
    number: await one<string>('SELECT number AS value FROM cases WHERE id = $1', own.id),
    correctionId: (await readOwnCase(own.read))?.corrections.at(-1)?.id ?? randomUUID(),
    requestId: randomUUID(),
    decision,
    reason: 'Because.',
  })

test.each([
  ['ended', `state = 'closed', closing_code = 'remedied_full', closed_at = now()`],
  ['is to be erased', `erase_due_at = now() + interval '30 days'`],
])('a correction of a case that %s is neither taken over nor declined', async (_how, change) => {
  const own = await aCorrectedCase()
  await ownerPool().query(`UPDATE cases SET ${change} WHERE id = $1`, [own.id])
  for (const decision of ['accepted', 'declined'] as const)
    expect(await decide(own, decision)).toEqual({ ok: false, error: { code: 'case_closed' } })
  expect(await caseRow(own.id)).toMatchObject({ origin: 'VN' })
  expect(await actionsOf(own.id)).not.toContain('correction.accepted')
  expect((await readOwnCase(own.read))?.messages.filter(({ direction }) => direction === 'to_worker')).toEqual([])
})

test('a case that was appealed takes corrections again', async () => {
  const own = await aCorrectedCase()
  await ownerPool().query(`UPDATE cases SET state = 'appeal' WHERE id = $1`, [own.id])
  expect((await decide(own, 'accepted')).ok).toBe(true)
  expect(await caseRow(own.id)).toMatchObject({ origin: 'KH' })
})
