/**
 * Records as numbers. `quasi[c][r]`: place of the value in the ladder's first level; `diverse[r]`: a number for the value that must differ
 * within a combination.
 */
export type Population = {
  readonly size: number
  readonly quasi: readonly (Uint8Array | Uint16Array)[]
  readonly diverse: Int32Array | null
}

/**
 * The different combinations there are, which are far fewer than records. `leaves`: their values one after the other; `values`: up to
 * `l` different values of the diverse column in each, -1 for none; `of`: the combination of each record.
 */
export type Combinations = {
  readonly count: number
  readonly columns: number
  readonly leaves: Uint16Array
  readonly sizes: Int32Array
  readonly values: Int32Array
  readonly l: number
  readonly of: Int32Array
}

/** Counts combinations. `widths`: how many values each column has. */
export function combinationsOf(
  { size, quasi, diverse }: Population,
  widths: readonly number[],
  l: number,
): Combinations {
  const places = new Map<number, number>()
  const of = new Int32Array(size)
  const firsts: number[] = []
  const sizes: number[] = []
  const values: number[] = []
  for (let record = 0; record < size; record++) {
    let key = 0
    for (let column = 0; column < quasi.length; column++)
      key = key * (widths[column] as number) + ((quasi[column] as Uint16Array)[record] as number)
    let place = places.get(key)
    if (place === undefined) {
      place = firsts.push(record) - 1
      places.set(key, place)
      sizes.push(0)
      for (let other = 0; other < l; other++) values.push(-1)
    }
    of[record] = place
    sizes[place] = (sizes[place] as number) + 1
    if (diverse !== null) addValue(values, place * l, l, diverse[record] as number)
  }
  const leaves = new Uint16Array(firsts.length * quasi.length)
  firsts.forEach((record, place) => {
    quasi.forEach((column, at) => {
      leaves[place * quasi.length + at] = column[record] as number
    })
  })
  const [count, columns] = [firsts.length, quasi.length]
  return { count, columns, leaves, sizes: Int32Array.from(sizes), values: Int32Array.from(values), l, of }
}

/** Notes a value beside at most `l` different ones. */
export function addValue(values: number[] | Int32Array, first: number, l: number, value: number): void {
  for (let at = first; at < first + l; at++) {
    if (values[at] === value) return
    if (values[at] === -1) {
      values[at] = value
      return
    }
  }
}
