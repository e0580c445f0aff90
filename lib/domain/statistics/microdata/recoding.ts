import type { Ladder } from './ladders'

/** The level of each ladder that is told, in the order of the ladders. */
export type Levels = readonly number[]

/**
 * Every step of a ladder as numbers: `codes[level][leaf]` is the value's place, `penalty[level][leaf]` what telling it costs: the values
 * it may stand for, less one, over all values, less one (0 as it was told, 1 any). Source: normalized certainty penalty, Xu, Wang, Pei,
 * Wang, Shi and Fu, Utility-Based Anonymization Using Local Recoding, KDD 2006.
 */
export type CodedLadder = {
  readonly ladder: Ladder
  readonly codes: readonly Uint16Array[]
  readonly widths: readonly number[]
  readonly penalty: readonly Float64Array[]
}

/** A ladder as numbers. */
export function codedLadder(ladder: Ladder): CodedLadder {
  const codes: Uint16Array[] = []
  const widths: number[] = []
  const penalty: Float64Array[] = []
  for (const level of ladder.levels) {
    const values = [...new Set(level)]
    const places = new Map(values.map((value, place) => [value, place]))
    const coded = Uint16Array.from(level, (value) => places.get(value) ?? 0)
    const leaves = new Float64Array(values.length)
    for (const code of coded) leaves[code] = (leaves[code] ?? 0) + 1
    const most = Math.max(level.length - 1, 1)
    codes.push(coded)
    widths.push(values.length)
    penalty.push(Float64Array.from(coded, (code) => ((leaves[code] ?? 1) - 1) / most))
  }
  return { ladder, codes, widths, penalty }
}

/** Every combination of levels of the ladders. */
export function allLevels(ladders: readonly CodedLadder[]): Levels[] {
  let all: Levels[] = [[]]
  for (const { codes } of ladders) all = all.flatMap((levels) => codes.map((_, level) => [...levels, level]))
  return all
}

/** What a combination of values reads at these levels; parts as in the file. */
export function recoded(ladders: readonly CodedLadder[], levels: Levels, leaves: ArrayLike<number>, at = 0): string[] {
  return ladders.map(({ ladder }, place) => ladder.levels[levels[place] ?? 0]?.[leaves[at + place] ?? 0] ?? '')
}
