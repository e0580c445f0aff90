import { expect, it } from 'vitest'
import { makePosterSchema } from '@/lib/schemas/posters/make-poster'

const read = (change: Readonly<Record<string, unknown>> = {}) =>
  makePosterSchema.safeParse({ programme: '', jobOrder: '', languages: ['en', 'vi'], ...change })

it('programme and job order are codes or nothing', () => {
  expect(read({ programme: ' FERI ', jobOrder: 'VN/2026.014_a-b' }).data).toMatchObject({
    programme: 'FERI',
    jobOrder: 'VN/2026.014_a-b',
  })
  expect(read().data).toMatchObject({ programme: null, jobOrder: null })
})

it.each(['Nguyễn Văn Mẫu', 'two words', '-x', 'x'.repeat(41), '<b>'])('%s is no code, and is said so', (programme) => {
  expect(read({ programme }).error?.issues.map(({ message }) => message)).toEqual(['settings.posters_code_wrong'])
})

it('one to four languages that the pages have, in their own order', () => {
  expect(read({ languages: ['en', 'vi'] }).data?.languages).toEqual(['vi', 'en'])
  for (const languages of [[], ['xx'], ['vi', 'id', 'my', 'km', 'en']]) expect(read({ languages }).success).toBe(false)
})
