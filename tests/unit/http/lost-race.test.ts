import { expect, test } from 'vitest'
import { heldOver, lostRace } from '@/lib/http/lost-race'

const before = JSON.stringify({ severity: 'high', assigneeId: 'a' })
const say = (field: string, value: string) => `${field} ${value}`

test('after a lost race the untouched field is the colleague’s, the touched one stays, and both say so', () => {
  const typed = { before, version: '3', severity: 'high', assigneeId: 'b', reason: 'why' }
  expect(lostRace({ typed, now: { severity: 'low', assigneeId: 'c' }, say })).toEqual({
    status: 'invalid',
    isMerged: true,
    values: { version: '3', severity: 'low', assigneeId: 'b', reason: 'why' },
    errors: {
      '': [{ key: 'cases.theirs_lead' }],
      severity: [{ key: 'cases.theirs_taken', params: { count: 1, value: 'severity low' } }],
      assigneeId: [{ key: 'cases.theirs_differs', params: { count: 1, value: 'assigneeId c' } }],
    },
  })
})

test('a field that a colleague emptied says so', () => {
  const state = lostRace({
    typed: { before, severity: 'high', assigneeId: 'a' },
    now: { severity: 'high', assigneeId: '' },
    say,
  })
  expect(state).toMatchObject({ errors: { assigneeId: [{ params: { count: 0 } }] } })
})

test.each([
  ['the colleague changed nothing that the form holds', before],
  ['the form does not say what it was shown with', '{'],
  ['it says something else', '[1]'],
])('%s: refused, with what was typed', (_why, said) => {
  const typed = { before: said, severity: 'low', assigneeId: 'a' }
  expect(lostRace({ typed, now: { severity: 'high', assigneeId: 'a' }, say })).toEqual({
    status: 'refused',
    code: 'changed_meanwhile',
    values: { severity: 'low', assigneeId: 'a' },
  })
})

test('what was typed before the session ended stands over what a colleague saved meanwhile, not in its place', () => {
  const held = { before, severity: 'low', assigneeId: 'a' }
  expect(heldOver(held, { severity: 'high', assigneeId: 'c' })).toEqual({ severity: 'low', assigneeId: 'c' })
  expect(heldOver(null, { severity: 'high' })).toEqual({ severity: 'high' })
})
