import { expect, it } from 'vitest'
import { z } from 'zod'
import { parseForm } from '@/lib/http/parse-form'
import { speak } from '@/lib/http/spoken-state'
import { translatorFor } from '@/lib/i18n/translate'

const schema = z.object({
  amount: z.string().regex(/^\d+$/, { error: 'errors.amount_unreadable' }),
  story: z.string().max(5, { error: 'errors.too_long' }),
  what: z.array(z.enum(['threats', 'other'], { error: 'errors.choose_known' })),
  year: z.coerce.number(),
})

function parsed(entries: Record<string, string>) {
  const data = new FormData()
  for (const [name, value] of Object.entries(entries)) data.append(name, value)
  return parseForm(schema, data, { lists: ['what'] })
}

it('gives the value to the use case and keeps what was typed', () => {
  const form = parsed({ amount: '120', story: 'abc', what: 'threats', year: '2025' })
  expect(form).toMatchObject({ ok: true, value: { year: 2025, what: ['threats'] }, values: { year: '2025' } })
})

it('gives every error at its field as a key, and the typed values', () => {
  const form = parsed({ amount: '1,5 triệu', story: 'too long', what: 'left_workplace', year: 'x' })
  expect(form).toMatchObject({
    ok: false,
    state: {
      status: 'invalid',
      errors: {
        amount: [{ key: 'errors.amount_unreadable' }],
        story: [{ key: 'errors.too_long', params: { maximum: 5 } }],
        what: [{ key: 'errors.choose_known' }],
        // zod's own English never reaches a reader.
        year: [{ key: 'errors.check_answer' }],
      },
      values: { amount: '1,5 triệu', year: 'x' },
    },
  })
})

it('is said in the words of the reader', () => {
  const form = parsed({ amount: 'x', story: 'too long', what: 'other', year: '2025' })
  const spoken = form.ok ? null : speak(form.state, translatorFor('vi'))
  expect(spoken).toMatchObject({
    status: 'failed',
    heading: 'Bạn xem lại 2 câu trả lời',
    errors: { story: { text: 'Dài quá: ở đây được tối đa 5 chữ.' } },
  })
})

it('an unknown refusal still has words', () => {
  const spoken = speak({ status: 'refused', code: 'never_heard_of', values: {} }, translatorFor('en'))
  expect(spoken).toMatchObject({ errors: { '': { text: translatorFor('en')('errors.refused') } } })
})
