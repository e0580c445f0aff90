/** A cell of a table by its row and column; the last row and column are the totals. */
export type Cell = { readonly row: number; readonly column: number }

/** A cell that is part of a ring around a hidden cell, or could become so at a price. */
export type PricedCell = Cell & { readonly price: number }

/**
 * The cheapest cells that protect one hidden cell; empty when it is protected already.
 *
 * Rows and columns are points, cells are lines between them. A hidden cell can be worked out from
 * the totals exactly when no ring of hidden cells passes through it: along a ring one can add and
 * take away one by turns and every total stays. So we look for the cheapest way from its row to its
 * column over other cells, where hidden ones cost nothing (Dijkstra).
 */
export function cheapestRing(around: Cell, cells: readonly PricedCell[]): PricedCell[] {
  const start = `row ${String(around.row)}`
  const end = `column ${String(around.column)}`
  const lines = cells.filter(({ row, column }) => row !== around.row || column !== around.column)
  const known = new Map<string, { cost: number; via: PricedCell | null; from: string | null }>([
    [start, { cost: 0, via: null, from: null }],
  ])
  const done = new Set<string>()
  for (;;) {
    const [point, reached] = cheapestOpen(known, done)
    if (point === null || reached === null) return []
    if (point === end) break
    done.add(point)
    for (const line of lines) {
      const other = across(point, line)
      if (other === null) continue
      const cost = reached.cost + line.price
      if (cost < (known.get(other)?.cost ?? Infinity)) known.set(other, { cost, via: line, from: point })
    }
  }
  const ring: PricedCell[] = []
  let at = known.get(end)
  while (at !== undefined && at.via !== null) {
    ring.push(at.via)
    at = known.get(at.from ?? '')
  }
  return ring
}

function cheapestOpen<T extends { cost: number }>(
  known: ReadonlyMap<string, T>,
  done: ReadonlySet<string>,
): [string, T] | [null, null] {
  let best: [string, T] | [null, null] = [null, null]
  for (const [point, reached] of known) {
    if (!done.has(point) && reached.cost < (best[1]?.cost ?? Infinity)) best = [point, reached]
  }
  return best
}

function across(point: string, { row, column }: Cell): string | null {
  if (point === `row ${String(row)}`) return `column ${String(column)}`
  return point === `column ${String(column)}` ? `row ${String(row)}` : null
}
