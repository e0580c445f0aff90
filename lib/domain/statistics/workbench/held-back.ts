import type { ReleasedTable } from '../released-table'

/** From this share of held-back figures on the page says why, and what shows more. */
const MUCH = 0.25

/** Figures of an answer, and how many of them are held back; those of nobody are no figures. */
export type HeldBack = { readonly held: number; readonly all: number }

/** How much of an answer is held back; null when little or nothing is. */
export function muchHeldBack(tables: readonly ReleasedTable[]): HeldBack | null {
  const cells = tables.flatMap((table) => table.cells).filter(({ value }) => value !== null && value !== 0)
  const held = cells.filter(({ value }) => value === 's').length
  return held > 0 && held >= cells.length * MUCH ? { held, all: cells.length } : null
}

/** Whether nobody is counted at all. */
export function isNobody({ cells }: ReleasedTable): boolean {
  return cells.every(({ reporters, value }) => reporters === 0 && (value === 0 || value === null))
}
