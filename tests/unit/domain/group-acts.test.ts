import { describe, expect, it } from 'vitest'
import { leftOutOf, type GroupCaseFacts } from '@/lib/domain/group-acts'
import { revealsOthers } from '@/lib/domain/reveals-others'

const AT = new Date('2026-11-21T00:00:00Z')
const yes = (kind: string, change: object = {}) => ({
  kind,
  givenAt: new Date('2026-11-01T00:00:00Z'),
  expiresAt: null,
  withdrawnAt: null,
  ...change,
})
const FACTS: GroupCaseFacts = {
  isErased: false,
  state: 'investigation',
  contactChannel: 'phone',
  isProxyUnconfirmed: false,
  consents: [yes('contact_worker')],
}

describe('who takes part in an act of a group', () => {
  it.each<[string, Partial<GroupCaseFacts>, string | null, string | null]>([
    ['an open case whose worker may be contacted', {}, null, null],
    ['an erased case', { isErased: true }, 'erased', 'erased'],
    ['a closed case', { state: 'closed' }, 'closed', null],
    ['a report nobody confirmed', { isProxyUnconfirmed: true }, 'proxy_unconfirmed', null],
    ['no yes to be contacted', { consents: [] }, 'no_contact_consent', null],
    ['a yes to something else', { consents: [yes('statistics')] }, 'no_contact_consent', null],
    ['a yes taken back', { consents: [yes('contact_worker', { withdrawnAt: AT })] }, 'no_contact_consent', null],
    ['a yes that ran out', { consents: [yes('contact_worker', { expiresAt: AT })] }, 'no_contact_consent', null],
    ['who reads the own page only', { contactChannel: 'here_only', consents: [] }, null, null],
    ['no answer how to be reached', { contactChannel: null, consents: [] }, 'no_contact_consent', null],
  ])('%s', (_name, change, message, note) => {
    expect(leftOutOf('message', { ...FACTS, ...change }, AT)).toBe(message)
    expect(leftOutOf('note', { ...FACTS, ...change }, AT)).toBe(note)
  })
})

describe('words that would show a worker somebody else', () => {
  // Made by caseNumberFrom: the check characters fit.
  const own = '2222-2222'
  const other = '2222-223C'
  it.each<[string, string, boolean]>([
    ['no number', 'The company answered. We write again on Friday.', false],
    ['the own number', `Your number is ${own}.`, false],
    ['another number', `It is like case ${other}.`, true],
    ['another number in small letters without the dash', 'It is like 2222223c.', true],
    ['a date, an amount and a phone number', '2026-11-21, 1,200,000 VND, 0570-011000', false],
    ['another name', 'Nguyễn Văn Bình said the same.', true],
    ['another name in capitals', 'NGUYỄN VĂN BÌNH said the same.', true],
    ['a word that only holds the letters of a name', 'Chúng tôi cho anh biết', false],
    ['a name without blanks around it', '和田さんも同じです', true],
    ['another phone number, written otherwise', 'Call +84 90-1234-567', true],
  ])('%s', (_name, text, reveals) => {
    expect(revealsOthers(text, own, [other, 'Nguyễn Văn Bình', 'Hoan', '和田', '0901 234 567', null])).toBe(reveals)
  })
})
