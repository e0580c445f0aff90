import { expect, it } from 'vitest'
import { REFERRAL_BODIES } from '@/lib/domain/referral/directory'
import { allSources, bySourceAge, type CheckedSource } from '@/lib/domain/sources/source-age'

const source = (code: string, checkedOn: string): CheckedSource => ({ kind: 'contact', code, title: code, checkedOn })

it.each([
  ['2026-11-20', '2027-05-20', false],
  ['2026-11-20', '2027-05-21', true],
  // Six months before the end of August is the end of February, not March.
  ['2027-02-28', '2027-08-31', false],
  ['2027-02-27', '2027-08-31', true],
  ['2027-08-31', '2027-02-28', false],
])('looked up on %s, on %s it is old: %s', (checkedOn, today, isOld) => {
  expect(bySourceAge([source('a', checkedOn)], today)).toMatchObject([{ isOld }])
})

it('the oldest stands first', () => {
  const sources = [source('b', '2026-11-20'), source('c', '2025-01-01'), source('a', '2026-11-20')]
  expect(bySourceAge(sources, '2026-11-21').map(({ code }) => code)).toEqual(['c', 'a', 'b'])
})

it('every number a worker is told of is in it', () => {
  const codes = allSources([])
    .filter(({ kind }) => kind === 'contact')
    .map(({ code }) => code)
  expect(codes).toEqual(['emergency_jp', ...REFERRAL_BODIES.map(({ code }) => code)])
})
