import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { DEFAULT_HOW, type ExportFormat } from '@/lib/domain/statistics/export/formats'
import { FIGURES, TIDY_COLUMNS, type TidyColumn } from '@/lib/domain/statistics/export/tidy-columns'
import { countTidyRows, tidyRows } from '@/lib/domain/statistics/export/tidy-rows'
import type { Release } from '@/lib/domain/statistics/released-table'
import { releaseFile } from '@/lib/files/exports/release-file'
import { aBasis, anyRelease, bytesOf, englishWords } from '../../../support/made-releases'

const MADE_AT = new Date('2026-11-21T03:00:00Z')
const FIGURE_NAMES: readonly string[] = FIGURES

type Told = Readonly<Record<string, string | number | null>>

const write = (release: Release, format: ExportFormat) =>
  bytesOf(
    releaseFile(release, { how: { ...DEFAULT_HOW, format }, words: englishWords, basis: aBasis, madeAt: MADE_AT }),
  )

/** A cell of CSV as a reader takes it: figures are numbers, `s` or nothing. */
function typed(name: string, text: string): string | number | null {
  if (text === '') return null
  const isNumber = name === 'smallest_cell' || (FIGURE_NAMES.includes(name) && text !== 's')
  return isNumber ? Number(text) : text
}

async function fromCsv(release: Release): Promise<Told[]> {
  const rows: string[][] = parse(await write(release, 'csv'), { comment: '#' })
  const [names = [], ...values] = rows
  return values.map((row) => Object.fromEntries(names.map((name, at) => [name, typed(name, row[at] ?? '')])))
}

async function fromJson(release: Release): Promise<Told[]> {
  const file = JSON.parse((await write(release, 'json')).toString()) as { rows: Told[]; rowCount: number }
  expect(file.rowCount).toBe(file.rows.length)
  return file.rows
}

async function fromXlsx(release: Release): Promise<Told[]> {
  const [names = [], ...rows] = await readSheet(await write(release, 'xlsx'), 'table')
  return rows.map((row) =>
    Object.fromEntries(names.map((name, at) => [String(name), (row[at] ?? null) as Told[string]])),
  )
}

describe('the formats of one release', () => {
  test('CSV, XLSX and JSON carry the same numbers', async () => {
    await fc.assert(
      fc.asyncProperty(anyRelease, async (release) => {
        const meant = [...tidyRows(release, englishWords.names)].map((row) =>
          Object.fromEntries(TIDY_COLUMNS.map((name, at) => [name, row[at] ?? null])),
        )
        expect(meant).toHaveLength(countTidyRows(release))
        expect(await fromCsv(release)).toEqual(meant)
        expect(await fromJson(release)).toEqual(meant)
        if (meant.length > 0) expect(await fromXlsx(release)).toEqual(meant)
      }),
      { numRuns: 10 },
    )
  })

  test('JSON-stat carries them too, each in its place', async () => {
    await fc.assert(
      fc.asyncProperty(anyRelease, async (release) => {
        const cube = JSON.parse((await write(release, 'jsonstat')).toString()) as {
          id: string[]
          size: number[]
          dimension: Record<string, { category: { index: string[] } }>
          value: (number | null)[]
          status: Record<string, string>
        }
        const codes = cube.id.map((id) => cube.dimension[id]?.category.index ?? [])
        expect(codes.map((list) => list.length)).toEqual(cube.size)
        expect(cube.value).toHaveLength(cube.size.reduce((product, size) => product * size, 1))
        const told = new Map<string, number | 's'>()
        cube.value.forEach((value, at) => {
          const places: string[] = []
          let rest = at
          for (const list of codes.toReversed()) {
            places.unshift(list[rest % list.length] ?? '')
            rest = Math.floor(rest / list.length)
          }
          if (value !== null) told.set(places.join(' '), value)
          else expect(['s', 'm']).toContain(cube.status[at])
        })
        const meant = new Map<string, string | number>()
        for (const row of tidyRows(release, englishWords.names)) {
          const cell = (name: TidyColumn) => row[TIDY_COLUMNS.indexOf(name)] ?? null
          for (const figure of FIGURES) {
            const metric = figure === 'value' ? cell('measure') : `${cell('measure')}:${figure}`
            const place = [metric, cell('row'), ...(cell('column_dimension') === null ? [] : [cell('column')])].join(
              ' ',
            )
            const value = cell(figure)
            if (typeof value === 'number') meant.set(place, value)
          }
        }
        expect(told).toEqual(meant)
      }),
      { numRuns: 25 },
    )
  })
})
