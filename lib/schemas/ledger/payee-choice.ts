import { z } from 'zod'
import { isPartyRole, type PartyRole } from '@/lib/domain/fees/payees'

/** Who was paid: a party of the case, or only the part they play. */
export type Payee = { readonly role: PartyRole; readonly casePartyId: string | null }

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

/** A payee as one value of a list: the role, and the party where it is one of the case. */
export function payeeValue({ role, casePartyId }: Payee): string {
  return casePartyId === null ? role : `${role} ${casePartyId}`
}

/** Reads `payeeValue`; nothing chosen is not known. */
export const payeeChoice = z
  .string()
  .optional()
  .transform((value, ctx): Payee | null => {
    const [role = '', casePartyId = null] = (value ?? '').split(' ')
    if (role === '') return null
    if (isPartyRole(role) && (casePartyId === null || UUID.test(casePartyId))) return { role, casePartyId }
    ctx.addIssue({ code: 'custom', message: 'errors.choose_known' })
    return null
  })
