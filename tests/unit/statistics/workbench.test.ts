import { describe, expect, it } from 'vitest'
import type { ReleasedCell, ReleasedTable } from '@/lib/domain/statistics/released-table'
import { seriesOf } from '@/lib/domain/statistics/comparison/all-series'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import { isAnswerable } from '@/lib/domain/statistics/registry/measure-list'
import { compareCode, readWorkbench, wholeGroup, workbenchAddress } from '@/lib/domain/statistics/workbench/address'
import { answerTable, cellFinder } from '@/lib/domain/statistics/workbench/answer-lines'
import { differenceOf, publishedDifference } from '@/lib/domain/statistics/workbench/difference'
import { isNobody, muchHeldBack } from '@/lib/domain/statistics/workbench/held-back'
import { instantsBetween } from '@/lib/domain/statistics/workbench/instants'
import { picturesOf } from '@/lib/domain/statistics/workbench/pictures'
import { PRESETS, presetOf, SURVEY_PRESET } from '@/lib/domain/statistics/workbench/presets'
import { measureFor } from '@/lib/domain/statistics/workbench/answer-lines'

function aCell(row: string | null, part: Partial<ReleasedCell>): ReleasedCell {
  const none = { missing: 0, base: 10, hits: 0, sum: null, spread: null, interval: null, meanInterval: null }
  return { row, column: null, reporters: 10, value: null, ...none, ...part }
}
function aTable(measure: string, rows: readonly string[], cells: readonly ReleasedCell[]): ReleasedTable {
  return { measure, rows, columns: [], cells }
}

describe('the address of the workbench', () => {
  it('asks for the table of the survey when it asks for nothing, narrowed by what it says', () => {
    const { query, comparison, unread } = readWorkbench({ to: '2026-03' })
    expect(query).toEqual({ ...SURVEY_PRESET.query, to: '2026-03' })
    expect([compareCode(comparison), unread]).toEqual(['isa_otit_2022', []])
  })

  it('comes back as it went, with everything a comparison needs', () => {
    for (const text of [
      'measure=paid_total&rows=origin&from=2026-01&to=2026-06&compare=period&compare_from=2025-01&compare_to=2025-06',
      'measure=paid_total&rows=scheme&corridor=VN-JP&compare=corridor&compare_corridor=ID-JP',
      'measure=rci_first_month&rows=origin&compare=sdg_1071_vn_2021',
      'measure=reports&rows=origin&columns=scheme&sex=female&threshold=10&rounding=5',
    ]) {
      const read = readWorkbench(new URLSearchParams(text))
      expect(read.unread).toEqual([])
      const address = workbenchAddress(read)
      expect(new Set([...address].map(String))).toEqual(new Set([...new URLSearchParams(text)].map(String)))
      expect(workbenchAddress(readWorkbench(address)).toString()).toBe(address.toString())
    }
  })

  it('puts the second period or corridor in place of the first', () => {
    const period = readWorkbench(new URLSearchParams('measure=reports&from=2026-01&compare=period&compare_to=2025-06'))
    expect(period.comparison).toMatchObject({ kind: 'period', query: { from: null, to: '2025-06' } })
    const corridor = readWorkbench(
      new URLSearchParams('measure=reports&scheme=titp&corridor=VN-JP&compare=corridor&compare_corridor=KH-JP'),
    )
    expect(corridor.comparison).toMatchObject({
      query: {
        filters: [
          { dimension: 'corridor', values: ['KH-JP'] },
          { dimension: 'scheme', values: ['titp'] },
        ],
      },
    })
  })

  it('says what it cannot read, and compares with nothing when the second fields are empty', () => {
    const read = readWorkbench({ measure: 'reports', compare: 'neighbours', from: 'may' })
    expect(read.unread.map(({ name }) => name)).toEqual(['from', 'compare'])
    const wrong = readWorkbench({ measure: 'reports', compare: 'period', compare_from: 'yesterday' })
    expect(wrong.unread).toEqual([{ name: 'compare_from', value: 'yesterday' }])
    expect(readWorkbench({ measure: 'reports', compare: 'period', compare_from: '' }).comparison.kind).toBe('none')
  })

  it('takes all measures of a group at once', () => {
    const { query } = readWorkbench({ measure: ['all_debt', ''] })
    expect(query.measures).toEqual(['in_debt_share', 'debt_amount', 'debt_months', 'interest_yearly'])
    expect(wholeGroup(query.measures)).toBe('all_debt')
    expect(wholeGroup(['debt_amount'])).toBeNull()
  })
})

describe('the questions asked most', () => {
  it('can all be answered, compare with series there are, and are found again whatever the period', () => {
    for (const preset of PRESETS) {
      expect(isAnswerable(preset.query), preset.code).toBe(true)
      if (preset.compare !== null) expect(seriesOf(preset.compare), preset.code).not.toBeNull()
      expect(presetOf({ ...preset.query, from: '2026-01' }, preset.compare)).toBe(preset)
    }
    expect(presetOf(DEFAULT_QUERY, null)).toBeNull()
  })
})

describe('a difference', () => {
  it('is points of shares and per cent of anything else', () => {
    expect(differenceOf(0.823, 0.853, 'share')?.value).toBeCloseTo(-3)
    expect(differenceOf(671_200, 656_014, 'yen')).toMatchObject({ kind: 'percent' })
    expect(differenceOf(7.4, 3.7, 'months')?.value).toBeCloseTo(100)
  })

  it('is none where a side is missing, held back, zero or in doubt', () => {
    expect([differenceOf('s', 1, 'yen'), differenceOf(1, null, 'yen'), differenceOf(1, 0, 'yen')]).toEqual([
      null,
      null,
      null,
    ])
    const survey = seriesOf('isa_otit_2022')
    const doubtful = survey?.points.find(({ isDoubtful }) => isDoubtful) ?? null
    expect(doubtful).not.toBeNull()
    expect(publishedDifference(0.5, doubtful)).toBeNull()
  })
})

describe('the lines of an answer', () => {
  it('put the published figure of its country beside ours, and that over all beside the total', () => {
    const series = seriesOf('isa_otit_2022')
    if (series === null) throw new Error('no survey')
    const cells = [aCell('VN', { value: 0.9 }), aCell('NP', { value: 's' }), aCell(null, { value: 0.8 })]
    const { lines, all } = answerTable(aTable('paid_sending_share', ['VN', 'NP'], cells), 'origin', {
      kind: 'series',
      series,
    })
    expect(lines.map(({ published }) => published?.number ?? null)).toEqual([0.978, null])
    expect(lines[0]?.difference?.value).toBeCloseTo(-7.8)
    expect([all?.published?.number, all?.difference?.kind]).toEqual([0.853, 'points'])
  })

  it('compare counts with published shares as shares of all', () => {
    const series = seriesOf('foreign_workers_2025')
    if (series === null) throw new Error('no workforce')
    const cells = [
      aCell('VN', { reporters: 25, value: 25 }),
      aCell('ID', { reporters: 's', value: 's' }),
      aCell(null, { reporters: 100, value: 100 }),
    ]
    const table = answerTable(aTable('reports', ['VN', 'ID'], cells), 'origin', { kind: 'series', series })
    expect([table.unit, table.lines.map(({ value }) => value)]).toEqual(['share', [0.25, 's']])
    expect(table.lines[1]?.difference).toBeNull()
  })

  it('find our own other figures by their line; a line the other has not is nobody', () => {
    const other = aTable('paid_total', ['VN'], [aCell('VN', { value: 200 }), aCell(null, { value: 200 })])
    const cells = [aCell('VN', { value: 300 }), aCell('ID', { value: 100 }), aCell(null, { value: 250 })]
    const { lines } = answerTable(aTable('paid_total', ['VN', 'ID'], cells), 'origin', { kind: 'ours', table: other })
    expect(lines.map(({ other: theirs }) => theirs?.value)).toEqual([200, null])
    expect(lines.map(({ difference }) => difference?.value)).toEqual([50, undefined])
  })
})

describe('places that a table leaves out', () => {
  it('are nobody inside, and held back where they are totals', () => {
    const cell = { ...aCell('VN', { reporters: 7, value: 7 }), column: 'titp' }
    const at = cellFinder({ measure: 'reports', rows: ['VN', 'ID'], columns: ['titp'], cells: [cell] })
    expect([at('VN', 'titp').value, at('ID', 'titp').value]).toEqual([7, 0])
    expect([at(null, 'titp').value, at('VN', null).value]).toEqual(['s', 's'])
  })
})

describe('pictures', () => {
  it('are chosen by what is asked', () => {
    expect(picturesOf(measureFor('reports'), 'origin', 'scheme')).toEqual(['flow', 'bars'])
    expect(picturesOf(measureFor('reports'), 'received_month', 'scheme')).toEqual(['lines'])
    expect(picturesOf(measureFor('debt_amount'), 'origin', null)).toEqual(['bars', 'spread'])
    expect(picturesOf(measureFor('in_debt_share'), null, null)).toEqual([])
  })

  it.each([
    [
      ['2025-11', '2026-02', 'unknown'],
      ['2025-11', '2025-12', '2026-01', '2026-02'],
    ],
    [
      ['2026-Q1', '2025-Q3'],
      ['2025-Q3', '2025-Q4', '2026-Q1'],
    ],
    [
      ['2024', '2026'],
      ['2024', '2025', '2026'],
    ],
    [['unknown'], []],
  ])('over time have no holes: %j', (values, instants) => {
    expect(instantsBetween(values)).toEqual(instants)
  })
})

describe('what is said of an answer that is held back', () => {
  const held = aCell('VN', { value: 's', reporters: 's' })
  const told = aCell('ID', { value: 12 })

  it('counts the held-back figures from a quarter on; nobody is no figure', () => {
    const nobody = aCell('KH', { reporters: 0, value: 0 })
    expect(muchHeldBack([aTable('reports', ['VN'], [held, told, told, told, nobody])])).toEqual({ held: 1, all: 4 })
    expect(muchHeldBack([aTable('reports', ['VN'], [held, told, told, told, told])])).toBeNull()
    expect(muchHeldBack([aTable('reports', ['ID'], [told])])).toBeNull()
  })

  it('knows a table of nobody from one whose figures are held back', () => {
    expect(isNobody(aTable('reports', [], [aCell(null, { reporters: 0, value: 0 })]))).toBe(true)
    expect(isNobody(aTable('reports', ['VN'], [held]))).toBe(false)
  })
})
