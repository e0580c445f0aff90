import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@/lib/access/grant'
import type { PartyInput } from '@/lib/domain/parties/register'
import { createParty } from '@/lib/usecases/parties/save-party'
import { staffGrant } from './builders'

/** A sending organisation of Viet Nam with these names. */
export const partyInput = (names: readonly string[], change: Partial<PartyInput> = {}): PartyInput => ({
  country: 'VN',
  roles: ['sending_organization'],
  names: names.map((name) => ({ name, kind: 'registered' as const })),
  licences: [],
  programmes: [],
  ...change,
})

/** Such a party in the register; its id. */
export async function aRegisteredParty(
  by: StaffActor,
  names: readonly string[],
  change: Partial<PartyInput> = {},
): Promise<string> {
  const done = await createParty(staffGrant(by, 'party.write'), {
    ...partyInput(names, change),
    requestId: randomUUID(),
    isSureNew: true,
    source: 'a list',
  })
  if (!done.ok) throw new Error(done.error.code)
  return done.value
}
