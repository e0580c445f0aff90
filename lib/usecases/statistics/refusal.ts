import 'server-only'

/** Rows times columns, totals too, of the largest table: deciding what it may tell takes about a second. */
export const MOST_PLACES = 2_000

/** Cells of all releases of a scope that a process remembers, some 110 MB, and that sweeping cuts the log down to. */
export const MOST_LOGGED_CELLS = 50_000

/** Why a question is not answered: its table is too large, or so many were asked that no new one can be told safely. */
export type RefusalCode = 'too_many_cells' | 'too_many_questions'

/** A question that is not answered; pages and routes say why in words. */
export class StatisticRefusal extends Error {
  constructor(readonly code: RefusalCode) {
    super(code)
    this.name = 'StatisticRefusal'
  }
}
