import { expect, test } from 'vitest'
import { consentRows, type GivenConsent } from '@/components/track/consent-rows'
import { ANSWER_PURPOSE } from '@/lib/domain/answers/request'
import { translatorFor } from '@/lib/i18n/translate'

const AT = new Date('2026-11-21T00:00:00Z')
const came = { isByProxy: false, receivedAt: new Date('2026-11-01T00:00:00Z') }
const yes = (id: string, purpose: string | null): GivenConsent => ({
  id,
  kind: 'contact_party',
  recipientBody: null,
  purpose,
  method: 'tap',
  givenAt: new Date('2026-11-10T00:00:00Z'),
  expiresAt: new Date('2027-01-10T00:00:00Z'),
  withdrawnAt: null,
})
const row = (consents: readonly GivenConsent[]) => {
  const rows = consentRows(translatorFor('en'), came, consents, AT)
  return rows.find(({ name }) => name === translatorFor('en')('codes.consent_kind.contact_party'))
}

test('taking back the yes to contact parties takes that one back, not the latest yes for a single party', () => {
  expect(row([yes('general', null), yes('one-party', ANSWER_PURPOSE)])?.withdrawable).toBe('general')
})

test('a yes for a single party alone is no general one', () => {
  expect(row([yes('one-party', ANSWER_PURPOSE)])).toMatchObject({ withdrawable: null, givable: 'contact_party' })
})
