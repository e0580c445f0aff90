import { z } from 'zod'
import { noAnswers, type FeeLineAnswer, type ReportAnswers } from '@/lib/domain/report/answers'
import { prune } from '@/lib/domain/report/reached-answers'
import { FEE_SCREENS, REPORT_STEPS } from '@/lib/domain/report/report-steps'
import { cleanText } from '@/lib/domain/writing/clean-text'
import { LOCALES } from '@/lib/i18n/locales'
import { FEE_FORMS, FEE_LINES_MAXIMUM } from './fee-forms'
import { meantFieldOf } from './further-amount'
import type { StepFields } from './step-form'
import { isQuestionStep, STEP_FORMS } from './step-forms'

const text = z.string().max(60_000).transform(cleanText)
const fields = z.record(z.string().max(60), z.union([text, z.array(z.string().max(60)).max(60)]))

/**
 * A finished report as a phone tells it: the fields of each screen as they would be posted, so that the server reads them with
 * the schemas of the forms and with nothing else. `token` names the report for ever (lib/platform/token).
 */
export const toldReportSchema = z.object({
  v: z.literal(1),
  token: z.string().regex(/^[A-Za-z0-9_-]{43}$/u),
  locale: z.enum(LOCALES),
  steps: z.record(z.string().max(30), fields),
  fees: z.array(z.record(z.string().max(30), fields)).max(FEE_LINES_MAXIMUM),
})

export type ToldReport = z.output<typeof toldReportSchema>
type Told = Pick<ToldReport, 'steps' | 'fees'>
type Fields = Record<string, string | string[]>

/** The answers as the fields of their screens. What was tapped as meant travels with the amount it belongs to. */
export function toldOf(answers: ReportAnswers): Told {
  const { fees, debt, pay } = answers
  const meant: Partial<Record<string, StepFields>> = {
    debt: meantAmounts({ meant: debt?.owedMinor, principal: debt?.principalMinor, monthly: debt?.monthlyMinor }),
    pay: meantAmounts({ meant: pay?.contractWageMinor, firstMonth: pay?.firstMonthMinor }),
  }
  const steps: Record<string, Fields> = {}
  for (const step of REPORT_STEPS)
    if (isQuestionStep(step)) steps[step] = said({ ...STEP_FORMS[step].fieldsOf(answers), ...meant[step] })
  return { steps, fees: fees.map(toldLine) }
}

function toldLine(line: FeeLineAnswer): Record<string, Fields> {
  const { amountMinor, amountMaxMinor, refundedMinor } = line
  const meant = meantAmounts({ meant: amountMinor, amountMax: amountMaxMinor, refunded: refundedMinor })
  return Object.fromEntries(
    FEE_SCREENS.map((screen) => {
      const known = FEE_FORMS[screen].fieldsOf(line, line.currency ?? 'JPY')
      return [screen, said(screen === 'amount' ? { ...known, ...meant } : known)]
    }),
  )
}

function meantAmounts(minor: Readonly<Record<string, string | undefined>>): StepFields {
  return Object.fromEntries(
    Object.entries(minor).flatMap(([name, value]) =>
      value === undefined ? [] : [[name === 'meant' ? name : meantFieldOf(name), value]],
    ),
  )
}

/** A field that is empty was not asked for an answer: it is left out, as by who leaves a question without answering. */
function said(all: StepFields): Fields {
  const some: Fields = {}
  for (const [name, value] of Object.entries(all))
    if (value.length > 0) some[name] = typeof value === 'string' ? value : [...value]
  return some
}

/**
 * The answers of a told report, read screen by screen with the same schemas as the posts of the forms, in the order of the path.
 * A field that the schemas do not take (a phone whose clock is ahead, a changed list of codes) is left out: the rest still counts.
 */
export function answersTold({ steps, fees }: Told, today: string): ReportAnswers {
  let answers = noAnswers()
  for (const step of REPORT_STEPS) {
    if (!isQuestionStep(step)) continue
    const form = STEP_FORMS[step]
    const read = readScreen(form.schema, steps[step], form.lists)
    if (read !== null) answers = form.change(answers, read.value)
  }
  const lines = fees.map((screens) => {
    let line: FeeLineAnswer = {}
    for (const screen of FEE_SCREENS) {
      const form = FEE_FORMS[screen]
      const read = readScreen(form.schemaOn(today), screens[screen], form.lists)
      if (read !== null) line = form.change(line, read.value)
    }
    return line
  })
  return prune({ ...answers, fees: lines })
}

function readScreen<S extends z.ZodType>(
  schema: S,
  told: Readonly<Fields> | undefined,
  lists: readonly string[] = [],
): { readonly value: z.output<S> } | null {
  if (told === undefined) return null
  let posted = told
  for (;;) {
    const read = schema.safeParse({ ...Object.fromEntries(lists.map((name) => [name, []])), ...posted })
    if (read.success) return { value: read.data }
    const wrong = new Set(read.error.issues.flatMap(({ path: [name] }) => together(String(name))))
    const rest = Object.fromEntries(Object.entries(posted).filter(([name]) => !wrong.has(name)))
    if (Object.keys(rest).length === Object.keys(posted).length) return null
    posted = rest
  }
}

/** Half a month says nothing: it goes as a whole. */
function together(name: string): readonly string[] {
  return DATE.includes(name) ? DATE : [name]
}

const DATE: readonly string[] = ['month', 'year', 'meantMonth']
