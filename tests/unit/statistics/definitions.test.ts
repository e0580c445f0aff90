import { describe, expect, it } from 'vitest'
import { definitionOf } from '@/lib/domain/statistics/definitions'
import { MEASURES } from '@/lib/domain/statistics/registry/measure-list'
import { translatorFor } from '@/lib/i18n/translate'
import type { MessageKey } from '@/lib/i18n/message-key'

describe('definitions of the statistics', () => {
  it.each(['en', 'vi', 'ja'] as const)('are whole in %s for every measure', (locale) => {
    const t = translatorFor(locale)
    for (const measure of MEASURES) {
      const { name, group, about, formula, population, quality, dimensions } = definitionOf(measure, (key) =>
        t(key as MessageKey),
      )
      for (const words of [name, group, about, formula, population, quality, ...dimensions.map((one) => one.name)])
        expect(words.length, `${measure.code} in ${locale}: ${words}`).toBeGreaterThan(1)
    }
  })

  it('names no two measures alike', () => {
    const t = translatorFor('en')
    const names = MEASURES.filter(({ form }) => form !== 'desk').map(
      (measure) => definitionOf(measure, (key) => t(key as MessageKey)).name,
    )
    expect(new Set(names).size).toBe(names.length)
  })
})
