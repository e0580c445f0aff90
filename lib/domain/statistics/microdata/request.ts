import type { AmountColumn, MicrodataColumn, QuasiColumn, SensitiveColumn } from './columns'

/** `k` of records that read alike; five is the threshold of every statistic. */
export const K_CHOICES = [5, 10, 20, 50] as const
/**
 * Different values of the grievances among those that read alike; 1 asks for none. Source: distinct l-diversity, Machanavajjhala, Kifer,
 * Gehrke and Venkitasubramaniam, ACM TKDD 1 (2007).
 */
export const L_CHOICES = [2, 3, 4] as const
/** Per cent of the records that may be left out. */
export const LEFT_OUT_CHOICES = [0, 1, 5, 10] as const
/** A file can be taken for so long after it was made. */
export const AVAILABLE_DAYS = 30

export const MICRODATA_STATES = ['asked', 'approved', 'refused', 'ready', 'failed', 'withdrawn', 'expired'] as const
export type MicrodataState = (typeof MICRODATA_STATES)[number]

/** Why the job made no file. `not_reached`: k cannot be reached without leaving out more. The others: an earlier file stands against it. */
export const MICRODATA_FAILURES = ['not_reached', 'no_records', 'window_overlaps', 'other_columns'] as const
export type MicrodataFailure = (typeof MICRODATA_FAILURES)[number]

/** What is asked for. Quarters of receipt, both included; `columns` in the order of the file; `mostLeftOut` in per cent. */
export type MicrodataPlan = {
  readonly purpose: string
  readonly institution: string
  readonly columns: readonly MicrodataColumn[]
  readonly fromQuarter: string
  readonly toQuarter: string
  readonly k: number
  readonly l: number
  readonly mostLeftOut: number
}

/**
 * What a file says about itself. `leftOut`: records left out, in whole k downwards; `records`: with those. `loss`: global certainty penalty, 0 to 1. `smallest`: how many records at least read alike. `levels`:
 * the step of its ladder each column is told at, of so many. `held`: of how many records a column is held back, because with the tables
 * it would tell of few; missing in files made before that was looked at. `tops`: yen above which no amount is told, null for a column with fewer than
 * k amounts, which is empty; `atTop`: records that carry it.
 */
export type MicrodataReport = {
  readonly asOf: string
  readonly records: number
  readonly rows: number
  readonly leftOut: number
  readonly smallest: number
  readonly combinations: number
  readonly loss: number
  readonly discernibility: number
  readonly levels: readonly {
    readonly column: QuasiColumn
    readonly level: number
    readonly of: number
    readonly loss: number
  }[]
  readonly held?: readonly { readonly column: SensitiveColumn | AmountColumn; readonly records: number }[]
  readonly tops: readonly { readonly column: AmountColumn; readonly top: number | null; readonly atTop: number }[]
  readonly bytes: number
  readonly sha256: string
}

/** Why a plan cannot be asked for; null when it can. `lastQuarter`: the last that has ended. */
export function planProblem(
  plan: MicrodataPlan,
  lastQuarter: string,
): 'columns_missing' | 'window_backwards' | 'window_not_over' | 'rules_too_weak' | null {
  if (!plan.columns.some((column) => column !== 'office')) return 'columns_missing'
  if (plan.fromQuarter > plan.toQuarter) return 'window_backwards'
  if (plan.toQuarter > lastQuarter) return 'window_not_over'
  const isKnown = (K_CHOICES as readonly number[]).includes(plan.k) && (L_CHOICES as readonly number[]).includes(plan.l)
  return isKnown && (LEFT_OUT_CHOICES as readonly number[]).includes(plan.mostLeftOut) ? null : 'rules_too_weak'
}
