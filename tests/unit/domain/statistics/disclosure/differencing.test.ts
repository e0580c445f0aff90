import { describe, expect, it } from 'vitest'
import { reportersAt, ToldInTurn, type Some } from '@/tests/support/told-in-turn'

const from = (count: number, origin: string, more: Some['values'] = {}): Some => ({
  count,
  values: { origin, ...more },
})
const inMonth = (count: number, month: string): Some => ({ count, values: { received_month: month } })

describe('the same reports in other words', () => {
  const people = [from(20, 'VN'), from(7, 'ID'), from(3, 'KH')]

  it.each([
    ['a corridor', { filters: [{ dimension: 'corridor', values: ['ID-JP'] }] }],
    [
      'a filter that lists every value',
      {
        filters: [
          { dimension: 'origin', values: ['ID'] },
          { dimension: 'severity', values: ['critical', 'high', 'low', 'medium', 'unknown'] },
        ],
      },
    ],
    [
      'all of them by a part that has them all',
      { filters: [{ dimension: 'origin', values: ['ID'] }], from: '2025-01' },
    ],
  ] as const)('stay held back for a neighbour when asked as %s', (_, change) => {
    const world = new ToldInTurn(people)
    const first = world.ask({ rows: 'origin' })
    expect([reportersAt(first, 'ID'), reportersAt(first, 'KH'), reportersAt(first, null)]).toEqual(['s', 's', 30])
    expect(reportersAt(world.ask(change), null)).toBe('s')
  })

  it('are told when nothing stands in the way', () => {
    const world = new ToldInTurn([from(20, 'VN'), from(7, 'ID'), from(8, 'KH')])
    world.ask({ rows: 'origin' })
    expect(reportersAt(world.ask({ filters: [{ dimension: 'corridor', values: ['ID-JP'] }] }), null)).toBe(7)
  })
})

describe('the last part', () => {
  it('of a span of months is held back', () => {
    const world = new ToldInTurn([inMonth(20, '2025-01'), inMonth(8, '2025-02'), inMonth(2, '2025-03')])
    expect(reportersAt(world.ask({ from: '2025-01', to: '2025-03' }), null)).toBe(30)
    expect(reportersAt(world.ask({ filters: [{ dimension: 'received_month', values: ['2025-01'] }] }), null)).toBe(20)
    expect(reportersAt(world.ask({ from: '2025-02', to: '2025-02' }), null)).toBe('s')
  })

  it('of months in other words is held back', () => {
    const world = new ToldInTurn([inMonth(2, '2025-01'), inMonth(4, '2025-02'), inMonth(6, '2025-06')])
    expect(reportersAt(world.ask({ from: '2025-01', to: '2025-06' }), null)).toBe(12)
    const rest = ['2025-02', '2025-03', '2025-04', '2025-05', '2025-06']
    expect(reportersAt(world.ask({ filters: [{ dimension: 'received_month', values: rest }] }), null)).toBe('s')
  })

  it('of a whole of several values told first is held back', () => {
    const world = new ToldInTurn([from(20, 'VN'), from(8, 'ID'), from(2, 'KH'), from(9, 'PH')])
    const only = (...values: string[]) => world.ask({ filters: [{ dimension: 'origin', values }] })
    expect(reportersAt(only('ID', 'KH', 'VN'), null)).toBe(30)
    expect(reportersAt(only('VN'), null)).toBe(20)
    expect(reportersAt(only('ID'), null)).toBe('s')
  })

  it('of parts told one by one in several tables, the whole coming last, is held back', () => {
    const world = new ToldInTurn([
      from(20, 'VN', { sex: 'male' }),
      from(8, 'ID', { sex: 'male' }),
      from(2, 'KH', { sex: 'male' }),
    ])
    world.ask({ filters: [{ dimension: 'origin', values: ['VN'] }] })
    world.ask({ filters: [{ dimension: 'origin', values: ['ID'] }] })
    expect(reportersAt(world.ask({}), null)).toBe('s')
  })

  it('of two ways to part a whole is found by solving them together', () => {
    const people = [
      from(14, 'VN', { scheme: 'titp' }),
      from(6, 'VN', { scheme: 'ssw' }),
      from(8, 'ID', { scheme: 'titp' }),
      from(2, 'ID', { scheme: 'ssw' }),
    ]
    const world = new ToldInTurn(people)
    const only = (...values: (readonly ['origin' | 'scheme', string])[]) =>
      world.ask({ filters: values.map(([dimension, value]) => ({ dimension, values: [value] })) })
    expect(reportersAt(world.ask({}), null)).toBe(30)
    expect(reportersAt(only(['origin', 'VN']), null)).toBe(20)
    expect(reportersAt(only(['scheme', 'titp']), null)).toBe(22)
    expect(reportersAt(only(['origin', 'VN'], ['scheme', 'titp']), null)).toBe('s')
  })
})
