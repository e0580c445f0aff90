import { definitionOf } from '@/lib/domain/statistics/definitions'
import { MEASURES } from '@/lib/domain/statistics/registry/measure-list'
import { DEFAULT_LOCALE, isStaffLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import type { MeasureList } from '@/lib/schemas/open-data/answers'
import { definePublicRoute, publicJson } from '../public-route'

export { OPTIONS } from '../public-route'

/** GET /api/v1/public/measures?lang=…: every public measure with definition and formula, in English where a language has none. */
export const GET = definePublicRoute(async ({ t }) => {
  const words = isStaffLocale(t.locale) ? t : translatorFor(DEFAULT_LOCALE)
  const saying = (key: string) => (words.has(key) ? words(key) : key)
  const list: MeasureList = {
    language: words.locale,
    measures: MEASURES.filter(({ isPublic }) => isPublic).map((measure) => {
      const { dimensions, filters, ...said } = definitionOf(measure, saying)
      return { ...said, dimensions: [...dimensions], filters: [...filters] }
    }),
  }
  return publicJson(list)
})
