import { expect, test } from 'vitest'
import { withOpenAnswers } from '@/components/report/open-answers'
import { translatorFor } from '@/lib/i18n/translate'

const t = translatorFor('en')

test('a date of another calendar is offered in words, to tap', () => {
  const params = { date: '2025-03', likelyDate: '2025-03' }
  const state = withOpenAnswers(
    { status: 'invalid', errors: { year: [{ key: 'report.month_other_calendar', params }] }, values: {} },
    t,
  )
  expect(state).toMatchObject({
    errors: { year: [{ params: { year: '2025' }, likely: [{ value: '2025-03', text: 'March 2025' }] }] },
  })
})

test('the numbers of an error are written as the reader writes them', () => {
  expect(t('report.story_too_long', { maximum: 50_000 })).toContain('50,000')
  expect(translatorFor('vi')('report.story_too_long', { maximum: 50_000 })).toContain('50.000')
})
