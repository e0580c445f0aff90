import { Client } from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { readCase } from '@/lib/usecases/read-case'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerUrl } from '../support/database'
import { anOpenCase } from '../support/party-answers'
import { numberOf } from '../support/remedies'

/** What a case with a story and a payment took when this was written, openings in an emergency and requests about the own data since; three transactions took 75 together before. */
const MOST = 59

let officer: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
})

/** What is sent to PostgreSQL meanwhile, in order. */
async function sentDuring(work: () => Promise<unknown>): Promise<readonly string[]> {
  const sent: string[] = []
  const spy = vi.spyOn(Client.prototype, 'query')
  try {
    await work()
    for (const [asked] of spy.mock.calls as readonly (readonly unknown[])[])
      sent.push(typeof asked === 'string' ? asked : ((asked as { text?: string }).text ?? ''))
  } finally {
    spy.mockRestore()
  }
  return sent
}

test('the page of a case is one transaction, reads its line, yeses and key once, and sends no more than it did', async () => {
  const number = await numberOf(await anOpenCase())
  const grant = staffGrant(officer, 'case.read')
  await readCase(grant, number)
  const sent = await sentDuring(() => readCase(grant, number))
  expect(sent.filter((text) => text === 'BEGIN')).toHaveLength(1)
  for (const table of ['state_move', 'consent', 'case_key'])
    expect([table, sent.filter((text) => text.includes(`FROM "public"."${table}"`)).length]).toEqual([table, 1])
  expect(sent.length).toBeGreaterThan(20)
  expect(sent.length).toBeLessThanOrEqual(MOST)
})
