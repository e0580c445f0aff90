import { expect, it } from 'vitest'
import { translatorFor } from '@/lib/i18n/translate'

it('counts in the grammar of the language', () => {
  const t = translatorFor('en')
  expect(t('common.errors_title', { count: 1 })).toBe('Please look at 1 answer')
  expect(t('common.errors_title', { count: 2 })).toBe('Please look at 2 answers')
  expect(translatorFor('vi')('common.errors_title', { count: 2 })).toBe('Bạn xem lại 2 câu trả lời')
})

it('knows which keys have words', () => {
  const t = translatorFor('vi')
  expect(t.has('errors.refused')).toBe(true)
  expect(t.has('errors.no_such_thing')).toBe(false)
  expect(t.has('toString')).toBe(false)
})

it('shows what a person wrote as it is, angle brackets included', () => {
  expect(translatorFor('en')('common.about_amount', { amount: '<b>{x}</b>' })).toBe('about <b>{x}</b>')
})
