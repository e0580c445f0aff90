/** Whole multiples of unknown numbers, by their names, and what they come to. */
export type Equation = { readonly terms: ReadonlyMap<string, number>; readonly value: number }

type Row = { readonly terms: Map<string, number>; value: number }

/** Largest prime below 2^26: products stay exact. What is true of whole numbers is true modulo it; small numbers can be read back. */
const PRIME = 67_108_859

const modulo = (value: number): number => ((value % PRIME) + PRIME) % PRIME

/**
 * Equations between unknown numbers, by elimination. Targets are sums somebody wants to know: each is kept as what is still unknown of
 * it. An equation that settles a target it must not is refused.
 */
export class LinearSystem {
  readonly #rows = new Map<string, Row>()
  #steps = 0

  /** Additions made so far. */
  get steps(): number {
    return this.#steps
  }

  readonly #targets = new Map<string, Set<Target>>()

  /** Adds what is known whatever happens. */
  add(equation: Equation): void {
    const row = this.#reduced(equation)
    const pivot = firstOf(row)
    if (pivot !== null) this.#rows.set(pivot, scaled(row, pivot))
  }

  /** Watches a target, from now on, unless it is settled. */
  watch(terms: ReadonlyMap<string, number>, isSecret: boolean): void {
    const rest = this.#reduced({ terms, value: 0 })
    if (rest.terms.size > 0) this.#put({ rest, isSecret })
  }

  /** Adds an equation unless it settles a secret, or settles that a target is of few. False: it was not added. */
  offer(equation: Equation, isFew: (value: number) => boolean): boolean {
    const reduced = this.#reduced(equation)
    const pivot = firstOf(reduced)
    if (pivot === null) return true
    const row = scaled(reduced, pivot)
    const changed = [...(this.#targets.get(pivot) ?? [])].map((target) => {
      const rest = { terms: new Map(target.rest.terms), value: target.rest.value }
      this.#steps += row.terms.size
      subtract(rest, row, rest.terms.get(pivot) ?? 0)
      return { target, rest }
    })
    const isTold = ({ target, rest }: (typeof changed)[number]) =>
      rest.terms.size === 0 && (target.isSecret || isFew(modulo(-rest.value)))
    if (changed.some(isTold)) return false
    this.#rows.set(pivot, row)
    for (const { target, rest } of changed) {
      for (const term of target.rest.terms.keys()) this.#targets.get(term)?.delete(target)
      if (rest.terms.size > 0) this.#put({ rest, isSecret: target.isSecret })
    }
    return true
  }

  #put(target: Target): void {
    for (const term of target.rest.terms.keys()) {
      const known = this.#targets.get(term)
      if (known === undefined) this.#targets.set(term, new Set([target]))
      else known.add(target)
    }
  }

  // A row has no unknown that an earlier row stands for, so that this comes to an end.
  #reduced({ terms, value }: Equation): Row {
    const row: Row = { terms: new Map(), value: modulo(value) }
    for (const [term, times] of terms) if (modulo(times) !== 0) row.terms.set(term, modulo(times))
    for (const [term, times] of row.terms) {
      const known = this.#rows.get(term)
      if (known === undefined) continue
      this.#steps += known.terms.size
      subtract(row, known, times)
    }
    return row
  }
}

type Target = { readonly rest: Row; readonly isSecret: boolean }

function firstOf({ terms }: Equation): string | null {
  for (const term of terms.keys()) return term
  return null
}

function scaled({ terms, value }: Row, pivot: string): Row {
  const factor = inverse(terms.get(pivot) ?? 1)
  return {
    terms: new Map([...terms].map(([term, times]) => [term, modulo(times * factor)])),
    value: modulo(value * factor),
  }
}

/* oxlint-disable no-param-reassign -- a row is worked on in place */
function subtract(row: Row, other: Row, times: number): void {
  for (const [term, factor] of other.terms) {
    const left = modulo((row.terms.get(term) ?? 0) - times * factor)
    if (left === 0) row.terms.delete(term)
    else row.terms.set(term, left)
  }
  row.value = modulo(row.value - times * other.value)
}
/* oxlint-enable no-param-reassign */

// Fermat: a^(p-2) is the inverse of a.
function inverse(value: number): number {
  let [result, base] = [1, modulo(value)]
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = modulo(result * base)
    base = modulo(base * base)
  }
  return result
}
