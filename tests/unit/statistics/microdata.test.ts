import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountCode, amountOf, NO_AMOUNT, topCode } from '@/lib/domain/statistics/microdata/amounts'
import {
  classesAt,
  classSizes,
  toldLoss,
  type Classes,
  type Protection,
} from '@/lib/domain/statistics/microdata/classes'
import { combinationsOf, type Population } from '@/lib/domain/statistics/microdata/combinations'
import { againstEarlier, type EarlierFile } from '@/lib/domain/statistics/microdata/earlier-files'
import { ladderOf } from '@/lib/domain/statistics/microdata/ladders'
import { allLevels, codedLadder, recoded } from '@/lib/domain/statistics/microdata/recoding'
import { searchLevels } from '@/lib/domain/statistics/microdata/search'
import { shuffledOrder } from '@/lib/domain/statistics/microdata/shuffled'

const WINDOW = { months: [2025 * 12, 2025 * 12 + 11] as const, offices: ['a', 'b'] }
const LADDERS = (['origin', 'age_band', 'sex', 'received'] as const).map((column) =>
  codedLadder(ladderOf(column, { months: [...WINDOW.months], offices: WINDOW.offices })),
)
const WIDTHS = LADDERS.map(({ ladder }) => ladder.levels[0]?.length ?? 0)

/** Records drawn from few values, so that some combinations are common and some are rare. */
const people = fc.array(fc.tuple(...WIDTHS.map((width) => fc.oneof(fc.nat(1), fc.nat(width - 1))), fc.nat(3)), {
  maxLength: 120,
})

function populationOf(rows: readonly (readonly number[])[]): Population {
  return {
    size: rows.length,
    quasi: WIDTHS.map((_, column) => Uint16Array.from(rows, (row) => row[column] ?? 0)),
    diverse: Int32Array.from(rows, (row) => row.at(-1) ?? 0),
  }
}

/** What the kept records read, worked out without the code under test. */
function readsOf(rows: readonly (readonly number[])[], classes: Classes, of: Int32Array): string[][] {
  return rows.flatMap((row, record) =>
    classes.isKept[classes.classOf[of[record] ?? 0] ?? 0] === true
      ? [[...recoded(LADDERS, classes.levels, row), String(row.at(-1))]]
      : [],
  )
}

function lossByHand(rows: readonly (readonly number[])[], classes: Classes, of: Int32Array): number {
  let lost = 0
  rows.forEach((row, record) => {
    const isKept = classes.isKept[classes.classOf[of[record] ?? 0] ?? 0] === true
    LADDERS.forEach(({ ladder }, column) => {
      const level = ladder.levels[classes.levels[column] ?? 0] ?? []
      const alike = level.filter((value) => value === level[row[column] ?? 0]).length
      lost += isKept ? (alike - 1) / (level.length - 1) : 1
    })
  })
  return rows.length === 0 ? 0 : lost / (rows.length * LADDERS.length)
}

const protection = fc.record({
  k: fc.integer({ min: 2, max: 8 }),
  l: fc.constantFrom(1, 2, 3),
  mostLeftOut: fc.constantFrom(0, 0.05, 0.3),
})

describe('records for researchers', () => {
  it('read as at least k others of l values, whatever the reports are, with the loss counted right', async () => {
    await fc.assert(
      fc.asyncProperty(people, protection, async (rows, asked: Protection) => {
        const combinations = combinationsOf(populationOf(rows), WIDTHS, asked.l)
        const classes = await searchLevels(combinations, LADDERS, asked)
        if (classes === null) return
        const kept = readsOf(rows, classes, combinations.of)
        const groups = Map.groupBy(kept, (row) => row.slice(0, -1).join('|'))
        for (const group of groups.values()) {
          expect(group.length).toBeGreaterThanOrEqual(asked.k)
          expect(new Set(group.map((row) => row.at(-1))).size).toBeGreaterThanOrEqual(asked.l)
        }
        expect(classes.leftOut).toBe(rows.length - kept.length)
        expect(classes.leftOut).toBeLessThanOrEqual(asked.mostLeftOut * rows.length)
        expect(classes.loss).toBeCloseTo(lossByHand(rows, classes, combinations.of), 9)
        const squares = [...groups.values()].reduce((sum, group) => sum + group.length ** 2, 0)
        expect(classes.discernibility).toBe(squares + classes.leftOut * rows.length)
        // Nothing is left out, or at least k: the number of those left out is told.
        expect(classes.leftOut === 0 || classes.leftOut >= asked.k).toBe(true)
        const told = toldLoss(classes, asked.k, WIDTHS.length)
        expect([told.leftOut % asked.k, told.records]).toEqual([0, kept.length + told.leftOut])
        expect(told.loss).toBeLessThanOrEqual(classes.loss + 1e-9)
        const sizes = Object.entries(classSizes(combinations, LADDERS, classes))
        expect(sizes.reduce((sum, [, size]) => sum - Math.min(size, 0), 0)).toBe(classes.leftOut)
        expect(Object.fromEntries(sizes.filter(([, size]) => size > 0))).toEqual(
          Object.fromEntries([...groups].map(([values, group]) => [values, group.length])),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('lose no more than the best of all levels', async () => {
    await fc.assert(
      fc.asyncProperty(people, protection, async (rows, asked: Protection) => {
        const combinations = combinationsOf(populationOf(rows), WIDTHS, asked.l)
        const most = asked.mostLeftOut * rows.length
        const losses = allLevels(LADDERS)
          .map((levels) => classesAt(combinations, LADDERS, levels, asked))
          .filter(({ leftOut }) => leftOut <= most)
          .map(({ loss }) => loss)
        const found = await searchLevels(combinations, LADDERS, asked)
        if (losses.length === 0) expect(found).toBeNull()
        else expect(found?.loss).toBeCloseTo(Math.min(...losses), 9)
      }),
      { numRuns: 40 },
    )
  })

  it('lose nothing where everybody is alike, and everything where they must not be told apart at all', async () => {
    const alike = Array.from({ length: 9 }, (_, at) => [0, 0, 0, 0, at % 2])
    const combinations = combinationsOf(populationOf(alike), WIDTHS, 2)
    expect(await searchLevels(combinations, LADDERS, { k: 9, l: 2, mostLeftOut: 0 })).toMatchObject({
      loss: 0,
      leftOut: 0,
    })
    expect(await searchLevels(combinations, LADDERS, { k: 10, l: 1, mostLeftOut: 0 })).toBeNull()
    const apart = Array.from({ length: 5 }, (_, at) => [at * 3, at, at % 4, at * 2, at])
    const any = await searchLevels(combinationsOf(populationOf(apart), WIDTHS, 1), LADDERS, {
      k: 5,
      l: 1,
      mostLeftOut: 0,
    })
    expect(any).toMatchObject({ loss: 1, leftOut: 0, count: 1 })
  })
})

describe('amounts', () => {
  it('have two digits, sort as before, and the largest is carried by k records at least', () => {
    expect([0, 7, 99, 104, 995, 1_234_567, -5].map((yen) => amountOf(amountCode(yen)))).toEqual([
      0, 7, 99, 100, 1000, 1_200_000, 0,
    ])
    const yen = fc.nat(20_000_000)
    fc.assert(
      fc.property(fc.array(fc.option(yen), { maxLength: 300 }), fc.integer({ min: 2, max: 12 }), (sums, k) => {
        const codes = Uint16Array.from(sums, amountCode)
        const told = sums.filter((sum) => sum !== null)
        const top = topCode(codes, k)
        if (told.length < k) {
          expect(top).toBeNull()
          return
        }
        const shown = [...codes].filter((code) => code !== NO_AMOUNT).map((code) => Math.min(code, top ?? 0))
        const atTop = shown.filter((code) => code === top).length
        expect(atTop).toBeGreaterThanOrEqual(Math.max(k, told.length * 0.01))
        for (const sum of told) expect(Math.abs(amountOf(amountCode(sum)) - sum)).toBeLessThanOrEqual(sum * 0.05 + 1)
        const sorted = told.toSorted((a, b) => a - b).map(amountCode)
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('a later file', () => {
  const file: EarlierFile = {
    fromQuarter: '2025-Q1',
    toQuarter: '2025-Q4',
    quasi: ['origin', 'sex'],
    others: ['severity', 'debt'],
    levels: [1, 0],
    classes: { 'south_asia|female': 9, 'south_asia|unknown': -7 },
    held: {},
  }
  const plan = { fromQuarter: '2025-Q1', toQuarter: '2025-Q4', quasi: ['origin', 'sex'], others: ['debt'] }
  it('is free of one it does not meet, has the same recoding as one of the same window, and else is refused', () => {
    expect(againstEarlier({ ...plan, fromQuarter: '2026-Q1', toQuarter: '2026-Q2' }, 5, [file])).toEqual({
      kind: 'free',
    })
    expect(againstEarlier({ ...plan, toQuarter: '2026-Q1' }, 5, [file])).toMatchObject({ code: 'window_overlaps' })
    expect(againstEarlier({ ...plan, quasi: ['origin'] }, 5, [file])).toMatchObject({ code: 'other_columns' })
    expect(againstEarlier({ ...plan, others: ['repaid'] }, 5, [file])).toMatchObject({ code: 'other_columns' })
    const same = againstEarlier(plan, 5, [file])
    if (same.kind !== 'same') throw new Error(same.kind)
    expect(same.levels).toEqual([1, 0])
    expect([9, 10, 13, 14, 5, 4].map((size) => same.isRefused('south_asia|female', size))).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
    ])
    // What was left out, or may have been, comes in with as many more as a combination takes.
    expect([6, 9, 10].map((size) => same.isRefused('south_asia|male', size))).toEqual([true, true, false])
    expect([5, 11, 12].map((size) => same.isRefused('south_asia|unknown', size))).toEqual([true, true, false])
  })
})

describe('the order by lot', () => {
  it('has every record once', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(), (count, seed) => {
        const order = shuffledOrder(count, (below) => (seed * 7919 + below) % below)
        expect([...order].toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at))
      }),
    )
  })
})
