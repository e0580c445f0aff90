import { z } from 'zod'
import { EXPORT_FORMATS } from '@/lib/domain/statistics/export/formats'
import { TIDY_COLUMNS } from '@/lib/domain/statistics/export/tidy-columns'
import { PUBLICATIONS } from '@/lib/domain/statistics/publications'
import { LOCALES } from '@/lib/i18n/locales'
import {
  jsonStatSchema,
  measureListSchema,
  organisationListSchema,
  organisationPageSchema,
  problemSchema,
  publicationListSchema,
  publicIndexSchema,
  publicTableSchema,
} from './answers'

const JSON_TYPE = 'application/json'
const CSV_TYPE = 'text/csv'
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const TEXT = { type: 'string' } as const
const FLAG = { type: 'string', enum: ['0', '1'] } as const

type Parameter = {
  readonly in: 'path' | 'query'
  readonly name: string
  readonly about: string
  readonly schema: object
}
type Operation = {
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly parameters?: readonly Parameter[]
  readonly answers: Readonly<Record<string, object>>
  /** There may be nothing at the address. */
  readonly canMiss?: boolean
  /** Made of counted reports, which take minutes to read after a start. */
  readonly isCounted?: boolean
}

const NAME: Parameter = {
  in: 'path',
  name: 'name',
  about: 'The name of a table',
  schema: { type: 'string', enum: PUBLICATIONS.map(({ name }) => name) },
}
const ID: Parameter = { in: 'path', name: 'id', about: 'The id of an organisation', schema: TEXT }

const CSV_PARAMETERS: readonly Parameter[] = [
  { in: 'query', name: 'bom', about: '1: begins with a byte order mark, for spreadsheets', schema: FLAG },
  { in: 'query', name: 'hxl', about: '1: a line of HXL tags after the names', schema: FLAG },
  { in: 'query', name: 'end', about: '0: without the last line, which says that nothing is missing', schema: FLAG },
]

/** What each form of a table is; every form of a file is one of these, or this does not compile. */
const FORM_ANSWERS: Readonly<Record<(typeof EXPORT_FORMATS)[number], Operation['answers']>> = {
  json: { [JSON_TYPE]: shape(publicTableSchema) },
  csv: { [CSV_TYPE]: { type: 'string', description: `Columns: ${TIDY_COLUMNS.join(', ')}. "s": held back` } },
  xlsx: { [XLSX_TYPE]: { type: 'string', format: 'binary' } },
  jsonstat: { [JSON_TYPE]: shape(jsonStatSchema) },
}

/** Every address of the public interface. */
const OPERATIONS: readonly Operation[] = [
  { path: '/', id: 'index', summary: 'What there is, and where', answers: json(publicIndexSchema) },
  { path: '/publications', id: 'publications', summary: 'The public tables', answers: json(publicationListSchema) },
  ...EXPORT_FORMATS.map((format) => ({
    path: `/publications/{name}.${format}`,
    id: `publication_${format}`,
    summary: `One table as ${format}`,
    parameters: format === 'csv' ? [NAME, ...CSV_PARAMETERS] : [NAME],
    answers: FORM_ANSWERS[format],
    canMiss: true,
    isCounted: true,
  })),
  { path: '/measures', id: 'measures', summary: 'What each number means', answers: json(measureListSchema) },
  {
    path: '/organisations',
    id: 'organisations',
    summary: 'Organisations by name or licence, at most twenty; without a text those with published numbers',
    parameters: [{ in: 'query', name: 'q', about: 'A name in any spelling, or the number of a licence', schema: TEXT }],
    answers: json(organisationListSchema),
  },
  {
    path: '/organisations/{id}',
    id: 'organisation',
    summary: 'One organisation: licences, programmes, and numbers where they are published',
    parameters: [ID],
    answers: json(organisationPageSchema),
    canMiss: true,
  },
  {
    path: '/openapi.json',
    id: 'description',
    summary: 'This description',
    answers: { [JSON_TYPE]: { type: 'object' } },
  },
]

/** The public interface as an OpenAPI 3.1 document, made of the schemas its answers are held to. */
export function publicDescription() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fair Passage: public numbers',
      version: '1',
      description:
        'Counted from reports of workers who agreed to be counted. People chose to report: this is no sample. ' +
        '"s" is a number held back so that nobody can be found; it is never 0. No key, no cookie; GET from any site. ' +
        'Answers carry an ETag, may be kept for two minutes and are never older than five.',
    },
    servers: [{ url: '/api/v1/public' }],
    paths: Object.fromEntries(OPERATIONS.map((operation) => [operation.path, { get: described(operation) }])),
  }
}

function described({ id, summary, parameters = [], answers, canMiss = false, isCounted = false }: Operation) {
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: shape(problemSchema) } },
  })
  return {
    operationId: id,
    summary,
    parameters: [
      ...parameters.map(({ in: place, name, about, schema }) => ({
        in: place,
        name,
        description: about,
        required: place === 'path',
        schema,
      })),
      {
        in: 'query',
        name: 'lang',
        description: 'The language of labels',
        required: false,
        schema: { type: 'string', enum: [...LOCALES], default: 'en' },
      },
      { in: 'header', name: 'If-None-Match', description: 'An ETag', required: false, schema: TEXT },
    ],
    responses: {
      200: {
        description: 'The answer',
        headers: { ETag: { description: 'Changes when the answer does', schema: TEXT } },
        content: Object.fromEntries(Object.entries(answers).map(([type, schema]) => [type, { schema }])),
      },
      304: { description: 'The answer has not changed' },
      400: problem('The language is not one of ours'),
      ...(canMiss ? { 404: problem('There is no such thing') } : {}),
      429: problem('Too many questions of this network in a quarter of an hour'),
      ...(isCounted
        ? {
            503: {
              ...problem('Just started: the reports are still being read, which takes some minutes'),
              headers: {
                'Retry-After': { description: 'Seconds after which to ask again', schema: { type: 'integer' } },
              },
            },
          }
        : {}),
    },
  }
}

function json(schema: z.ZodType): Operation['answers'] {
  return { [JSON_TYPE]: shape(schema) }
}

// OpenAPI 3.1 takes JSON Schema 2020-12 as it is.
function shape(schema: z.ZodType): object {
  const { $schema: _version, ...rest } = z.toJSONSchema(schema)
  return rest
}
