import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { DEFAULT_HOW, type ExportFormat } from '@/lib/domain/statistics/export/formats'
import type { FileWords } from '@/lib/domain/statistics/export/names'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import type { Release, ReleasedCell } from '@/lib/domain/statistics/released-table'
import { releaseFile } from '@/lib/files/exports/release-file'
import { HOSTILE_TEXTS } from '../../../support/hostile-texts'
import { aBasis, bytesOf } from '../../../support/made-releases'

const MADE_AT = new Date('2026-11-21T03:00:00Z')
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u
const LINE_ENDS = /\r\n|\r|\n/u

/** A release of as many rows as there are texts, with each of them wherever a text can stand: codes, names, words. */
function hostile(): { readonly release: Release; readonly words: FileWords } {
  const number = { reporters: 7, missing: 0, base: 7, hits: 7, sum: null, value: -7, spread: null }
  const cells = HOSTILE_TEXTS.map((row): ReleasedCell => ({
    row,
    column: null,
    ...number,
    interval: null,
    meanInterval: null,
  }))
  const facts = {
    queryId: '0123456789ab',
    scope: 'all',
    asOf: new Date(0),
    version: 1,
    rulesAsOf: null,
    ratesAsOf: null,
  }
  const query = { ...DEFAULT_QUERY, rows: 'office' as const }
  const pick = (text: string) => HOSTILE_TEXTS[text.length % HOSTILE_TEXTS.length] ?? ''
  return {
    release: { facts: { ...facts, query }, tables: [{ measure: 'reports', rows: HOSTILE_TEXTS, columns: [], cells }] },
    words: { words: pick, names: { measure: pick, dimension: pick, value: (_, value) => value ?? '=all' } },
  }
}

const write = (format: ExportFormat) => {
  const { release, words } = hostile()
  const how = { ...DEFAULT_HOW, format }
  return bytesOf(releaseFile(release, { how, words, basis: aBasis, madeAt: MADE_AT }))
}

test('CSV: no cell begins a formula, whatever a program takes for the end of a cell', async () => {
  const text = (await write('csv')).toString()
  const rows: string[][] = parse(text, { comment: '#' })
  expect(rows).toHaveLength(HOSTILE_TEXTS.length + 1)
  const [names = [], ...cells] = rows
  for (const row of cells)
    row.forEach((cell, at) => {
      if (names[at] !== 'value') expect(cell).not.toMatch(FORMULA)
    })
  // Programs that end cells at semicolons or tabs do not see quotes in the middle of their cells.
  for (const separator of [';', '\t'])
    for (const line of text.split(LINE_ENDS))
      for (const cell of line.split(separator)) expect(cell.replace(/^"/u, '')).not.toMatch(FORMULA)
})

test('CSV: what a text says stays readable behind the apostrophes', async () => {
  const rows: Record<string, string>[] = parse((await write('csv')).toString(), { comment: '#', columns: true })
  const plain = (text: string | undefined) => text?.replaceAll("'", '').toWellFormed()
  expect(rows.map((row) => plain(row['row_name']))).toEqual(HOSTILE_TEXTS.map(plain))
})

test('XLSX: every text is a text, none is a formula, the file opens', async () => {
  const file = await write('xlsx')
  const parts = unzipSync(file)
  for (const [path, bytes] of Object.entries(parts)) {
    const xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (path.includes('sheets/')) expect(xml).not.toMatch(/<f[ >]|t="str"|<hyperlink/u)
  }
  const [, ...rows] = await readSheet(file, 'table')
  expect(rows).toHaveLength(HOSTILE_TEXTS.length)
})

test('JSON and JSON-stat: texts come back as they were', async () => {
  const json = JSON.parse((await write('json')).toString()) as { rows: { row_name: string }[] }
  expect(json.rows.map((row) => row.row_name)).toEqual(HOSTILE_TEXTS)
  const cube = JSON.parse((await write('jsonstat')).toString()) as {
    dimension: { office: { category: { label: Record<string, string> } } }
  }
  for (const text of HOSTILE_TEXTS) expect(cube.dimension.office.category.label[text]).toBe(text)
})
