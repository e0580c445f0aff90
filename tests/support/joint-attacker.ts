import highsLoader, { type Highs, type Model } from 'highs'

/** What can still be believed of a number: smallest and largest. */
export type Range = { readonly low: number; readonly high: number }

/** Unknowns of a sum by their numbers; one that is taken away stands as `~number`. */
export type Sum = readonly number[]

type Rule = { readonly of: Sum; readonly low: number; readonly high: number }

let solver: Highs | null = null

const NOT_THERE = 1e-6
const OPTIMAL = 7
const UNBOUNDED = 10

/**
 * Somebody who writes down every number that was ever told as a sum of unknowns which are not below zero, and solves linear programmes
 * (HiGHS) for what any other sum of them can be. Which sums are settled is looked for with guesses first: two solutions that differ in a
 * sum leave it open.
 */
export class JointAttacker {
  readonly #unknowns: number
  readonly #rules = new Map<string, Rule>()

  constructor(unknowns: number) {
    this.#unknowns = unknowns
  }

  /** So much is the sum of these unknowns, as told; or between two numbers. */
  hears(of: Sum, low: number, high = low): void {
    const key = of.join()
    const known = this.#rules.get(key)
    this.#rules.set(key, {
      of,
      low: Math.max(low, known?.low ?? -Infinity),
      high: Math.min(high, known?.high ?? Infinity),
    })
  }

  /** The numbers told that are not so in truth. */
  wrong(truth: ArrayLike<number>): string[] {
    return [...this.#rules.values()].flatMap(({ of, low, high }) => {
      const sum = valueOf(of, truth)
      const slack = 1e-6 * Math.max(1, Math.abs(sum))
      return sum < low - slack || sum > high + slack
        ? [`${String(sum)} was told as ${String(low)} to ${String(high)}`]
        : []
    })
  }

  /** What each sum can be; null for sums that are open for certain, by at least `width`. */
  async ranges(sums: readonly Sum[], width = 1): Promise<(Range | null)[]> {
    solver ??= await highsLoader()
    const model = solver.createModel(this.#model(solver))
    try {
      model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' })
      const lows = sums.map(() => Infinity)
      const highs = sums.map(() => -Infinity)
      const look = (): void => {
        const { colValue } = model.getSolution()
        sums.forEach((of, at) => {
          const sum = valueOf(of, colValue)
          lows[at] = Math.min(lows[at] ?? 0, sum)
          highs[at] = Math.max(highs[at] ?? 0, sum)
        })
      }
      const isOpen = (at: number) => (highs[at] ?? 0) - (lows[at] ?? 0) >= width - NOT_THERE
      const found: (Range | null)[] = []
      for (const [at, of] of sums.entries()) {
        if (isOpen(at)) {
          found.push(null)
          continue
        }
        const low = this.#solve(model, of, 1, look)
        if (isOpen(at)) {
          found.push(null)
          continue
        }
        const high = this.#solve(model, of, -1, look)
        found.push(high - low >= width - NOT_THERE ? null : { low, high })
      }
      return found
    } finally {
      model.dispose()
    }
  }

  #solve(model: Model, of: Sum, way: 1 | -1, look: () => void): number {
    const costs = new Float64Array(this.#unknowns)
    for (const one of of) costs[placeOf(one)] = (costs[placeOf(one)] ?? 0) + way * signOf(one)
    model.changeColsCost({ kind: 'range', from: 0, to: this.#unknowns - 1 }, costs)
    model.run()
    const status = model.getModelStatus()
    if (status === UNBOUNDED) return way === 1 ? -Infinity : Infinity
    if (status !== OPTIMAL) throw new Error(`what was told cannot be: ${String(status)}`)
    look()
    return way * model.getObjectiveValue()
  }

  #model({ infinity }: Highs) {
    const rules = [...this.#rules.values()]
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    for (const { of } of rules) {
      indices.push(...of.map(placeOf))
      values.push(...of.map(signOf))
      starts.push(indices.length)
    }
    const limit = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * infinity)
    return {
      numCols: this.#unknowns,
      numRows: rules.length,
      colCost: new Float64Array(this.#unknowns),
      colLower: new Float64Array(this.#unknowns),
      colUpper: new Float64Array(this.#unknowns).fill(infinity),
      rowLower: rules.map(({ low }) => limit(low)),
      rowUpper: rules.map(({ high }) => limit(high)),
      matrix: {
        format: 'csr' as const,
        numRows: rules.length,
        numCols: this.#unknowns,
        starts,
        indices,
        values,
      },
    }
  }
}

const placeOf = (one: number): number => (one < 0 ? ~one : one)
const signOf = (one: number): 1 | -1 => (one < 0 ? -1 : 1)

function valueOf(of: Sum, values: ArrayLike<number>): number {
  return of.reduce((all, one) => all + signOf(one) * (values[placeOf(one)] ?? 0), 0)
}
