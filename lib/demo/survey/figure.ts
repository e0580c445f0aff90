import type { PublishedRow } from '@/lib/domain/statistics/published'
import { SURVEY_BASELINE } from '@/lib/domain/statistics/survey-baseline'

/** The countries of origin of the survey. */
export const DEMO_COUNTRIES = ['VN', 'CN', 'ID', 'PH', 'MM', 'KH'] as const
export type DemoCountry = (typeof DEMO_COUNTRIES)[number]

/**
 * One number of the plan and why it is what it is. `published`: the survey says it, or it is the number of people
 * that gives the published share. `assumed`: not published for this country, chosen so that other figures come out.
 */
export type Figure = { readonly value: number; readonly basis: 'published' | 'assumed'; readonly reason: string }

/** A published mean in yen, as the baseline has it. */
export function publishedMean(
  country: DemoCountry,
  figure: 'sendingAverageJpy' | 'brokerAverageJpy' | 'debtAverageJpy',
): Figure {
  const found = rowOf(country)[figure]
  if (!found) throw new TypeError(`the survey publishes no ${figure} for ${country}`)
  return { value: found.value, basis: 'published', reason: found.sources.join(', ') }
}

/** How many people a published share is of `of` people; for shares that a whole number of people gives exactly. */
export function publishedPeople(
  country: DemoCountry,
  figure: 'sendingShareTenths' | 'brokerShareTenths' | 'debtShareTenths',
  of: number,
): Figure {
  const found = rowOf(country)[figure]
  if (!found) throw new TypeError(`the survey publishes no ${figure} for ${country}`)
  const value = Math.round((of * found.value) / 1000)
  return { value, basis: 'published', reason: `${found.value / 10} % of ${of}: ${found.sources.join(', ')}` }
}

/** A figure that had to be chosen. */
export function assumed(value: number, reason: string): Figure {
  return { value, basis: 'assumed', reason }
}

/** How many answered the survey in this country. */
export function respondentsOf(country: DemoCountry): number {
  return rowOf(country).respondents
}

function rowOf(country: DemoCountry): PublishedRow {
  const row = SURVEY_BASELINE.byOrigin[country]
  if (!row) throw new TypeError(`the survey has no row for ${country}`)
  return row
}
