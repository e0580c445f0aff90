import { expect, test } from 'vitest'
import { bulkLabelSchema } from '@/lib/schemas/case/bulk'
import { readPage } from '@/lib/schemas/case/evidence-page'

const ID = '01a1fe29-c889-77be-9a99-885fd2b2c607'
const form = { requestId: ID, case: ['TTDD-GPGD.3'] }
const errorOf = (more: object) =>
  bulkLabelSchema.safeParse({ ...form, ...more }).error?.issues.map((one) => one.message)

test.each([
  ['a label of the list', { labelId: ID }, undefined],
  ['a new one', { labelId: '', newLabel: ' Press ' }, undefined],
  ['a new one where the office has none', { newLabel: 'Press' }, undefined],
  ['neither', { labelId: '', newLabel: '  ' }, ['cases.bulk_label_missing']],
  ['both', { labelId: ID, newLabel: 'Press' }, ['cases.bulk_label_one']],
  ['too long a name', { newLabel: 'x'.repeat(41) }, ['settings.label_name_missing']],
])('%s', (_name, more, errors) => {
  expect(errorOf(more)).toEqual(errors)
})

test.each([
  ['2', 2],
  ['120', 120],
  ['0', 1],
  ['-1', 1],
  ['1e3', 1],
  ['', 1],
  [undefined, 1],
  [['2'], 1],
])('page %j of a file is %i', (asked, page) => {
  expect(readPage(asked)).toBe(page)
})
