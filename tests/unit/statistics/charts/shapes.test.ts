import { describe, expect, it } from 'vitest'
import { barsOf } from '@/lib/domain/statistics/charts/bars'
import { flowOf } from '@/lib/domain/statistics/charts/flow'
import { linesOf } from '@/lib/domain/statistics/charts/lines'
import { spreadsOf } from '@/lib/domain/statistics/charts/spreads'
import type { ReleasedCell } from '@/lib/domain/statistics/released-table'

const interval = (low: number, high: number) => ({ low, high, method: 'bootstrap' }) as const
const NO_INTERVAL = null

function aCell(base: ReleasedCell['base'], spread: ReleasedCell['spread']): ReleasedCell {
  const none = { missing: 0, hits: 0, sum: null, value: null, interval: null, meanInterval: null }
  return { row: 'VN', column: null, reporters: base, base, spread, ...none }
}
const SPREAD = { mean: 5, p10: 1, p25: 2, median: 4, p75: 6, p80: 7, p90: 9 }

describe('bars', () => {
  it('begin at zero; below zero they go the other way', () => {
    const drawn = barsOf([
      { value: 50, interval: interval(40, 60), mark: 100 },
      { value: -50, interval: NO_INTERVAL, mark: null },
    ])
    expect(drawn?.scale.place(0)).toBe(240)
    expect(drawn?.shapes).toEqual([
      { bar: { x: 240, width: 150 }, interval: { low: 360, high: 420 }, mark: 540 },
      { bar: { x: 90, width: 150 }, interval: null, mark: null },
    ])
  })

  it('tell nothing of what is held back, not even by the axis', () => {
    const drawn = barsOf([
      { value: 's', interval: interval(0, 9_000), mark: null },
      { value: 10, interval: 's', mark: null },
    ])
    expect(drawn?.scale.end).toBe(10)
    expect(drawn?.shapes[0]).toEqual({ bar: null, interval: null, mark: null })
    expect(barsOf([{ value: 's', interval: 's', mark: null }])).toBeNull()
  })
})

describe('a spread', () => {
  it('is drawn from thirty people on, and only when all of it may be told', () => {
    const held = { ...SPREAD, p90: 's' as const }
    const drawn = spreadsOf([aCell(30, SPREAD), aCell(29, SPREAD), aCell(40, held), aCell('s', null), aCell(0, null)])
    expect(drawn?.shapes.map(({ kind }) => kind)).toEqual(['drawn', 'few', 'held_back', 'held_back', 'nobody'])
    expect(drawn?.shapes[0]).toMatchObject({ p10: 60, p25: 120, median: 240, p75: 360, p90: 540 })
    expect(spreadsOf([aCell(29, SPREAD)])).toBeNull()
  })
})

describe('lines', () => {
  it('break where a value is held back or missing; one value between two gaps is a stretch of its own', () => {
    const shapes = linesOf([[0, 10, 's', 20, null, 10, 20]])?.shapes
    expect(shapes?.[0]?.stretches.map((points) => points.length)).toEqual([2, 1, 2])
    expect(shapes?.[0]?.stretches[1]?.[0]?.y).toBe(0)
    expect(linesOf([['s', null]])).toBeNull()
  })

  it('share one scale', () => {
    const drawn = linesOf([[10], [20]])
    expect(drawn?.shapes.map(({ stretches }) => stretches[0]?.[0]?.y)).toEqual([80, 0])
    expect(drawn?.grid).toEqual([160, 80, 0])
  })
})

describe('a flow', () => {
  it('is as thick as the counts; held back streams add to no node', () => {
    const flow = flowOf([
      { from: 'VN', to: 'titp', count: 30 },
      { from: 'VN', to: 'ssw', count: 10 },
      { from: 'ID', to: 'titp', count: 12 },
      { from: 'ID', to: 'ssw', count: 's' },
    ])
    expect(flow?.left.map(({ name, count }) => [name, count])).toEqual([
      ['VN', 40],
      ['ID', 12],
    ])
    expect(flow?.bands.map(({ height }) => height)).toEqual([150, 50, 60])
    expect(flow?.heldBack).toBe(1)
    expect(flow?.leftOut).toBe(0)
  })

  it('draws at most eight to four, the largest, and says how many are left out', () => {
    const streams = Array.from({ length: 10 }, (_, from) =>
      Array.from({ length: 5 }, (__, to) => ({ from: `f${from}`, to: `t${to}`, count: 100 - from * 5 - to })),
    ).flat()
    const flow = flowOf(streams)
    expect([flow?.left.length, flow?.right.length, flow?.bands.length, flow?.leftOut]).toEqual([8, 4, 32, 18])
    expect(flow?.left.map(({ name }) => name)).toEqual(['f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7'])
    expect(flowOf([{ from: 'a', to: 'b', count: 's' }])).toBeNull()
  })
})
