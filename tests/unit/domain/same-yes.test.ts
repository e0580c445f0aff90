import { describe, expect, it } from 'vitest'
import { isAgreed, isSameYes } from '@/lib/domain/consents'

const AT = new Date('2026-11-21T00:00:00Z')
const yes = (id: string, change: Partial<Parameters<typeof isSameYes>[0]> = {}) => ({
  id,
  kind: 'contact_party',
  recipientBody: null,
  purpose: null,
  ...change,
})

describe('a yes that is taken back', () => {
  it('takes the same yes along that was said another time', () => {
    expect(isSameYes(yes('tapped'), yes('told'))).toBe(true)
    expect(isSameYes(yes('a', { kind: 'contact_me' }), yes('b'))).toBe(false)
    const toOffice = (id: string, recipientBody: string) => yes(id, { kind: 'send_to_body', recipientBody })
    expect(isSameYes(toOffice('a', 'JP_OTIT'), toOffice('b', 'JP_OTIT'))).toBe(true)
    expect(isSameYes(toOffice('a', 'JP_OTIT'), toOffice('b', 'JP_LSIO'))).toBe(false)
  })

  it('for one question to a party leaves the general yes and other questions as they are', () => {
    const forOne = yes('question', { purpose: 'party_answer' })
    expect(isSameYes(yes('general'), forOne)).toBe(false)
    expect(isSameYes(yes('other', { purpose: 'party_answer' }), forOne)).toBe(false)
    expect(isSameYes(forOne, forOne)).toBe(true)
  })
})

it('the yes for one question to a party is not the general yes, which can still be said', () => {
  const consent = { kind: 'contact_party', method: 'tap', givenAt: AT, expiresAt: null, withdrawnAt: null }
  const agreed = (purpose: string | null) =>
    isAgreed('contact_party', { isByProxy: false, receivedAt: AT, consents: [{ ...consent, purpose }] }, AT)
  expect(agreed(null)).toBe(true)
  expect(agreed('party_answer')).toBe(false)
})
