import { z } from 'zod'
import { PARTY_ROLES, type PartyRole } from '@/lib/domain/fees/payees'
import { stepForm } from './step-form'
import { codesOf, lineOfText } from './typed'

/** Who was involved. A name told before stays with its role while the role is chosen. */
export const partiesForm = stepForm({
  schema: z.object({ roles: codesOf(PARTY_ROLES) }),
  lists: ['roles'],
  change: (answers, input) => ({
    ...answers,
    parties: input.roles.map((role) => answers.parties.find((party) => party.role === role) ?? { role }),
  }),
  fieldsOf: (answers) => ({ roles: answers.parties.map((party) => party.role) }),
})

/** The field of the name of one role. */
export function partyNameField(role: PartyRole): string {
  return `name_${role}`
}

const NAME_SHAPE = Object.fromEntries(PARTY_ROLES.map((role) => [partyNameField(role), lineOfText]))

/** The names of those involved, as given; a name makes its role involved even where the draft was lost. */
export const partyNamesForm = stepForm({
  schema: z.object(NAME_SHAPE),
  change: (answers, input) => {
    const chosen = PARTY_ROLES.filter(
      (role) => input[partyNameField(role)] !== undefined || answers.parties.some((party) => party.role === role),
    )
    return {
      ...answers,
      parties: chosen.map((role) => {
        const name = input[partyNameField(role)]
        return name === undefined ? { role } : { role, name }
      }),
    }
  },
  fieldsOf: (answers) =>
    Object.fromEntries(answers.parties.map((party) => [partyNameField(party.role), party.name ?? ''])),
})
