import { describe, expect, test } from 'vitest'
import { questionParts } from '@/components/statistics/workbench/question-text'
import { readWorkbench } from '@/lib/domain/statistics/workbench/address'
import { translatorFor } from '@/lib/i18n/translate'

const partsOf = (address: string) =>
  questionParts(translatorFor('en'), readWorkbench(Object.fromEntries(new URLSearchParams(address))))

describe('what is asked, in short', () => {
  test.each([
    ['measure=reports', ['Reports']],
    ['measure=reports&rows=origin&columns=scheme', ['Reports', 'Rows: Country of origin', 'Columns: Scheme']],
    ['measure=reports&from=2026-01', ['Reports', 'received since January 2026']],
    ['measure=reports&compare=period&compare_to=2025-12', ['Reports', 'Compare with: received up to December 2025']],
    ['measure=reports&compare=corridor&compare_corridor=ID-JP', ['Reports', 'Compare with: Indonesia to Japan']],
    ['measure=all_outcomes', ['All of: Outcomes']],
  ])('of %s', (address, parts) => {
    expect(partsOf(address)).toEqual(parts)
  })

  test('names the first of several measures and counts the others', () => {
    expect(partsOf('')[0]).toBe('Paid a sending organisation and 5 others')
    const { query, comparison } = readWorkbench({ measure: ['reports', 'paid_share'] })
    expect(questionParts(translatorFor('vi'), { query, comparison })[0]).toContain('và 1 chỉ số khác')
  })
})
