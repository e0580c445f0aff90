import { describe, expect, test } from 'vitest'
import {
  allowedItems,
  allowsAll,
  ownYesFor,
  partyItem,
  yesesForParty,
  type PartyYes,
} from '@/lib/domain/answers/allowed'
import { ANSWER_PURPOSE } from '@/lib/domain/answers/request'

const AT = new Date('2026-11-21T00:00:00Z')
const yes = (id: string, change: Partial<PartyYes> = {}): PartyYes => ({
  id,
  purpose: ANSWER_PURPOSE,
  method: 'tap',
  dataItems: ['amounts', partyItem('agency')],
  givenAt: new Date('2026-11-10T00:00:00Z'),
  expiresAt: new Date('2027-01-10T00:00:00Z'),
  withdrawnAt: null,
  ...change,
})

describe('the yes on the own page for telling a party', () => {
  test.each<[string, Partial<PartyYes>]>([
    ['was for another party', { dataItems: ['amounts', partyItem('company')] }],
    ['was for contacting parties at all', { purpose: null }],
    ['was told to an officer', { method: 'told_to_officer' }],
    ['was taken back', { withdrawnAt: AT }],
    ['has run out', { expiresAt: AT }],
  ])('is none when it %s', (_why, change) => {
    expect(ownYesFor([yes('one', change)], 'agency', AT)).toBeNull()
  })

  test('is the latest of several', () => {
    expect(ownYesFor([yes('one'), yes('two')], 'agency', AT)?.id).toBe('two')
    expect(yesesForParty([yes('one'), yes('two', { method: 'told_to_officer' })], 'agency', AT)).toHaveLength(2)
  })

  test('allows its items and the matter itself, nothing more', () => {
    expect(allowedItems(yes('one'))).toEqual(['amounts'])
    expect(allowsAll(yes('one'), [])).toBe(true)
    expect(allowsAll(yes('one'), ['amounts'])).toBe(true)
    expect(allowsAll(yes('one'), ['amounts', 'dates'])).toBe(false)
  })
})
