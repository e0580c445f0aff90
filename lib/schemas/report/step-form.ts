import type { z } from 'zod'
import type { ReportAnswers } from '@/lib/domain/report/answers'

/** What the fields of a screen show: one text, or several for a name that may repeat. */
export type StepFields = Readonly<Record<string, string | readonly string[]>>

/** One screen of the report: what may be posted, what it changes in the answers, and what its fields show of them. */
export type StepForm<S extends z.ZodType = z.ZodType> = {
  readonly schema: S
  /** Names that may repeat (tick boxes): they arrive as lists even when one is ticked. */
  readonly lists?: readonly string[]
  change(answers: ReportAnswers, input: z.output<S>): ReportAnswers
  fieldsOf(answers: ReportAnswers): StepFields
}

/** Keeps the link between a schema and what is done with its output. */
export function stepForm<S extends z.ZodType>(form: StepForm<S>): StepForm<S> {
  return form
}
