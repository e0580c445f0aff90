import type { z } from 'zod'
import type { ConsentKind } from '@/lib/domain/consents'
import { defaultCurrencyOf } from '@/lib/domain/countries'
import type { KnownWords } from '@/lib/domain/imports/cell-words'
import { CONSENT_FIELDS, IMPORT_PAYMENTS } from '@/lib/domain/imports/import-fields'
import type { ImportMapping } from '@/lib/domain/imports/import-mapping'
import type { RowProblem } from '@/lib/domain/imports/import-states'
import { noAnswers, type FeeLineAnswer, type ReportAnswers } from '@/lib/domain/report/answers'
import { isBlankFeeLine, isSubmittable, prune } from '@/lib/domain/report/reached-answers'
import { FEE_SCREENS, REPORT_STEPS, type FeeScreen } from '@/lib/domain/report/report-steps'
import { FEE_FORMS } from '@/lib/schemas/report/fee-forms'
import { personSchema } from '@/lib/schemas/report/person-form'
import { isQuestionStep, STEP_FORMS } from '@/lib/schemas/report/step-forms'
import { readCells, type ReadCells } from './row-cells'
import { problemOf } from './row-problems'

/** A row as a report, and what is wrong with its cells; without problems it can be sent as it is. */
export type ReadRow = {
  readonly answers: ReportAnswers
  readonly language: string
  readonly reference: string
  readonly problems: readonly RowProblem[]
}

/**
 * Reads the cells of a row with the schemas of the screens, in the order of the path, exactly as if each cell had been typed there.
 * `today` is `YYYY-MM-DD`. A consent is there where its cell says yes, and nowhere else; who reports is kept only with the one to statistics.
 */
export function readRow(cells: readonly string[], mapping: ImportMapping, known: KnownWords, today: string): ReadRow {
  const read = readCells(cells, mapping, known)
  const problems: RowProblem[] = [...read.problems]
  let answers = noAnswers()
  for (const step of REPORT_STEPS) {
    if (!isQuestionStep(step)) continue
    const form = STEP_FORMS[step]
    const value = readScreen(
      form.schema,
      fieldsOf(read, step, answers, mapping),
      form.lists,
      read.columnsOf(step),
      problems,
    )
    if (value !== undefined) answers = form.change(answers, value)
  }
  const person = readScreen(personSchema, read.fields['person'], [], read.columnsOf('person'), problems)
  answers = { ...answers, consents: consentsIn(read), person }
  const fees = payments(read, answers, mapping, today, problems)
  // Who tells of a payment has paid, whatever else was said.
  if (fees.length > 0) answers = { ...answers, paid: answers.paid === 'unsure' ? 'unsure' : 'yes', fees }
  if (answers.contact.detail !== undefined && answers.contact.channel === 'here_only')
    problems.push({ column: read.columnsOf('contact_details')['detail'] ?? -1, code: 'contact' })
  const pruned = prune(answers)
  if (problems.length === 0 && !isSubmittable(pruned)) problems.push({ column: -1, code: 'nothing_told' })
  return { answers: pruned, language: read.language, reference: read.reference, problems }
}

type Fields = Readonly<Record<string, string | readonly string[]>>

/** The fields of a screen; amounts without a currency of their own are in the money of the country, pay is in yen. */
function fieldsOf(
  read: ReadCells,
  step: string,
  { origin }: ReportAnswers,
  mapping: ImportMapping,
  fee?: { readonly number: number; readonly screen: string },
): Fields | undefined {
  const fields = read.fields[fee === undefined ? step : `fees ${fee.number} ${fee.screen}`]
  const hasAmount = ['amount', 'refunded', 'owed', 'contractWage', 'firstMonth'].some((name) => fields?.[name])
  if (!hasAmount || fields === undefined || fields['currency'] !== undefined) return fields
  const ofCountry = origin === undefined ? '' : defaultCurrencyOf(origin)
  return { ...fields, currency: step === 'pay' ? 'JPY' : mapping.currency || ofCountry }
}

function payments(
  read: ReadCells,
  answers: ReportAnswers,
  mapping: ImportMapping,
  today: string,
  problems: RowProblem[],
): FeeLineAnswer[] {
  const lines: FeeLineAnswer[] = []
  for (let number = 1; number <= IMPORT_PAYMENTS; number += 1) {
    let line: FeeLineAnswer = {}
    for (const screen of FEE_SCREENS) {
      const form = FEE_FORMS[screen]
      const fields = fieldsOf(read, 'fees', answers, mapping, { number, screen })
      if (fields === undefined) continue
      const columns = read.columnsOf(`fees ${number} ${screen}`)
      const value = readScreen(feeSchema(screen, today), fields, form.lists, columns, problems)
      if (value !== undefined) line = form.change(line, value)
    }
    if (!isBlankFeeLine(line)) lines.push(line)
  }
  return lines
}

/** The schemas of one day: making one takes longer than reading a screen with it. */
const feeSchemas = new Map<FeeScreen, { readonly today: string; readonly schema: z.ZodType }>()

function feeSchema(screen: FeeScreen, today: string): z.ZodType {
  const known = feeSchemas.get(screen)
  if (known?.today === today) return known.schema
  const schema = FEE_FORMS[screen].schemaOn(today)
  feeSchemas.set(screen, { today, schema })
  return schema
}

function readScreen<S extends z.ZodType>(
  schema: S,
  fields: Fields | undefined,
  lists: readonly string[] = [],
  columns: Readonly<Record<string, number>>,
  problems: RowProblem[],
): z.output<S> | undefined {
  if (fields === undefined) return undefined
  const posted = { ...Object.fromEntries(lists.map((name) => [name, []])), ...fields }
  const read = schema.safeParse(posted)
  if (read.success) return read.data
  for (const issue of read.error.issues) {
    const name = String(issue.path[0] ?? '')
    const column = columns[name] ?? columns['amount'] ?? Object.values(columns)[0] ?? -1
    const code = problemOf(name, issue.message)
    // An unknown currency is told of at its own cell.
    if (code === 'currency' && problems.some((other) => other.code === 'unknown_word')) continue
    problems.push({ column, code })
  }
  return undefined
}

function consentsIn(read: ReadCells): ConsentKind[] {
  const said = read.fields['consents'] ?? {}
  return CONSENT_FIELDS.filter(({ key }) => said[key] === 'yes').map(({ kind }) => kind)
}
