import type { SurveySource } from './survey-sources'

/** How far a published figure can be trusted: confirmed twice, once, or only on one slide. */
export type PublishedConfidence = 'high' | 'medium' | 'low'

/**
 * A published figure: its value, where it was read (ids in SURVEY_SOURCES) and how sure it is.
 * `isDoubtful` figures are shown with a footnote and left out of charts and differences.
 */
export type Published = {
  readonly value: number
  readonly sources: readonly SurveySource[]
  readonly confidence: PublishedConfidence
  readonly isRounded?: boolean
  readonly isDoubtful?: boolean
}

/**
 * The published row of one country. Shares are tenths of a percent (978 is 97.8 %), amounts whole
 * yen or US dollars as published: never compute one from the other. Null was not found.
 */
export type PublishedRow = {
  readonly respondents: number
  readonly sendingShareTenths: Published | null
  readonly sendingAverageJpy: Published | null
  readonly sendingAverageUsd: Published | null
  readonly brokerShareTenths: Published | null
  readonly brokerAverageJpy: Published | null
  readonly brokerAverageUsd: Published | null
  readonly totalAverageJpy: Published | null
  readonly debtShareTenths: Published | null
  readonly debtAverageJpy: Published | null
}

/** A figure confirmed by independent reports. */
export function confirmed(value: number, ...sources: readonly SurveySource[]): Published {
  return { value, sources, confidence: 'high' }
}
