const OFFICE = 'office:'

/** Who a referral goes to, as it is stored: a body outside by its code, or another office of this system by its id. */
export type StoredRecipient = { readonly bodyCode: string | null; readonly toOfficeId: string | null }

/** One word for who a referral goes to, as consents and confirmations name it; null when nobody is named. */
export function recipientCode({ bodyCode, toOfficeId }: StoredRecipient): string | null {
  return bodyCode ?? (toOfficeId === null ? null : OFFICE + toOfficeId)
}

/** The word for an office of this system. */
export function officeRecipient(officeId: string): string {
  return OFFICE + officeId
}

/** The office that a word names; null for a body outside. */
export function officeOfRecipient(code: string): string | null {
  return code.startsWith(OFFICE) ? code.slice(OFFICE.length) : null
}

/** How the word is stored on a referral. */
export function storedRecipient(code: string): StoredRecipient {
  const toOfficeId = officeOfRecipient(code)
  return toOfficeId === null ? { bodyCode: code, toOfficeId: null } : { bodyCode: null, toOfficeId }
}
