import { z } from 'zod'
import { DIMENSION_CODES } from '@/lib/domain/statistics/registry/dimensions'
import type { PublicTable } from '@/lib/domain/statistics/open-data/public-table'

// What the public interface answers. The description of the interface (openapi.json) is made of these, and a test holds every
// answer to it.

const dimension = z.enum(DIMENSION_CODES)
const shown = z.union([z.number(), z.literal('s'), z.null()]).describe('A number; "s": held back; null: nobody')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const line = z.strictObject({
  dimension,
  name: z.string(),
  values: z.array(z.strictObject({ code: z.string(), label: z.string() })),
})

/** GET / */
export const publicIndexSchema = z.strictObject({
  title: z.string(),
  language: z.string(),
  warning: z.string(),
  licence: z.string(),
  publications: z.string(),
  measures: z.string(),
  organisations: z.string(),
  description: z.string(),
})
export type PublicIndex = z.output<typeof publicIndexSchema>

/** GET /publications */
export const publicationListSchema = z.strictObject({
  language: z.string(),
  publications: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      measures: z.array(z.string()),
      rows: dimension.nullable(),
      columns: dimension.nullable(),
      page: z.string(),
      files: z.array(z.strictObject({ form: z.string(), address: z.string() })),
    }),
  ),
})
export type PublicationList = z.output<typeof publicationListSchema>

/** GET /publications/{name}.json */
export const publicTableSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  language: z.string(),
  query_id: z.string().regex(/^[0-9a-f]{12}$/),
  published_on: day.describe('Since this day (Japan time) the table has these numbers'),
  rules_as_of: day.nullable(),
  rates_as_of: day.nullable(),
  smallest_cell: z.number().int().describe('A number is shown of so many reporters or more'),
  rounding: z.number().int().describe('Counts are multiples of this'),
  warning: z.string(),
  licence: z.string(),
  measures: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      about: z.string(),
      form: z.enum(['count', 'share', 'amount', 'ratio', 'desk']),
      unit: z.enum(['reports', 'payments', 'share', 'yen', 'months', 'percent_a_year', 'hours', 'score']),
    }),
  ),
  rows: line.nullable(),
  columns: line.nullable(),
  cells: z.array(
    z.strictObject({
      measure: z.string(),
      row: z.string().nullable().describe('Null: the total over all rows'),
      column: z.string().nullable().describe('Null: the total over all columns, or there are none'),
      value: shown.describe('The count, the share (0 to 1), the ratio or the mean'),
      n: shown.describe('How many reporters (or payments) it is of'),
      missing: shown.describe('How many did not tell'),
      reports: shown,
      interval_low: shown.describe('Of the share or mean, 95 %'),
      interval_high: shown,
      interval_method: z.string().nullable(),
      median: shown,
      p25: shown,
      p75: shown,
    }),
  ),
  published_elsewhere: z.array(
    z.strictObject({
      measure: z.string(),
      row: z.string().nullable(),
      value: z.number(),
      series: z.string(),
      is_rounded: z.boolean(),
      is_doubtful: z.boolean(),
    }),
  ),
  series: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      publisher: z.string(),
      period: z.string(),
      url: z.string().nullable(),
      caveats: z.array(z.string()),
    }),
  ),
}) satisfies z.ZodType<PublicTable>

/** GET /publications/{name}.jsonstat, as far as this interface promises it: a dataset of JSON-stat 2.0. */
export const jsonStatSchema = z.looseObject({
  version: z.literal('2.0'),
  class: z.literal('dataset'),
  label: z.string(),
  source: z.string(),
  updated: z.string(),
  id: z.array(z.string()),
  size: z.array(z.number().int()),
  value: z.array(z.number().nullable()),
})

/** GET /measures */
export const measureListSchema = z.strictObject({
  language: z.string(),
  measures: z.array(
    z.strictObject({
      code: z.string(),
      group: z.string(),
      name: z.string(),
      about: z.string(),
      formula: z.string(),
      population: z.string(),
      quality: z.string(),
      form: z.string(),
      unit: z.string(),
      dimensions: z.array(z.strictObject({ code: dimension, name: z.string() })),
      filters: z.array(z.string()),
      source: z.string().nullable(),
    }),
  ),
})
export type MeasureList = z.output<typeof measureListSchema>

/** Any refusal (RFC 9457). */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
})

const organisation = z.strictObject({
  id: z.string(),
  name: z.string(),
  country: z.string(),
  roles: z.array(z.string()),
  names: z.array(z.strictObject({ name: z.string(), kind: z.string(), script: z.string() })),
  licences: z.array(
    z.strictObject({
      regime: z.string(),
      number: z.string(),
      status: z.string(),
      from_on: z.string().nullable(),
      to_on: z.string().nullable(),
      source: z.string(),
      history: z
        .array(z.strictObject({ status: z.string(), since_on: z.string().nullable(), source: z.string() }))
        .describe('The latest first'),
    }),
  ),
  programmes: z.array(
    z.strictObject({ programme: z.string(), from_on: z.string().nullable(), to_on: z.string().nullable() }),
  ),
})

/** GET /organisations?q= */
export const organisationListSchema = z.strictObject({ q: z.string(), organisations: z.array(organisation) })
export type OrganisationList = z.output<typeof organisationListSchema>

/** GET /organisations/{id} */
export const organisationPageSchema = z.strictObject({
  warning: z.string(),
  licence: z.string(),
  organisation,
  numbers: z
    .strictObject({
      reports: z.number().int(),
      counted_to: z.string().regex(/^\d{4}-Q[1-4]$/),
      figures: z.array(
        z.strictObject({ measure: z.string(), base: shown, hits: shown, value: shown, low: shown, high: shown }),
      ),
    })
    .nullable()
    .describe('Null where none are published, which says nothing good or bad'),
  informed_on: z.string().nullable().describe('The day it was told of the numbers and of its right to reply'),
  reply: z
    .strictObject({
      text: z.string(),
      language: z.string(),
      replied_on: z.string(),
      translations: z.record(z.string(), z.string()),
    })
    .nullable(),
})
export type OrganisationAnswer = z.output<typeof organisationPageSchema>
