import { unzipSync } from 'fflate'
import readWorkbook, { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { workbookFile } from '@/lib/files/exports/xlsx/workbook'
import { columnName, type Sheet } from '@/lib/files/exports/xlsx/sheet'
import { bytesOf } from '../../../support/made-releases'

const MADE_AT = new Date('2026-11-21T03:00:00Z')

function sheet(values: readonly (readonly (string | number | null)[])[], hasHeading = false): Sheet {
  return {
    name: 'table',
    widths: [10, 10],
    hasHeading,
    rows: values.map((row) => ({ values: row, styles: row.map(() => 'count' as const) })),
  }
}

describe('a workbook', () => {
  test('holds texts as texts: none is a formula, none breaks the file', async () => {
    const texts = ['=1+1', '+1', '-1', '@A1', '\t=1', '<b>&"', 'ひらがな 👍', ' with spaces ']
    const file = await bytesOf(workbookFile([sheet(texts.map((text) => [text]))], MADE_AT))
    expect((await readSheet(file)).map(([cell]) => cell)).toEqual(
      expect.arrayContaining(['=1+1', '+1', '-1', '@A1', '<b>&"', 'ひらがな 👍']),
    )
    const xml = new TextDecoder().decode(unzipSync(file)['xl/worksheets/sheet1.xml'])
    expect(xml).not.toContain('<f')
    expect(xml.match(/t="inlineStr"/gu)).toHaveLength(texts.length)
  })

  test('takes out what XML does not allow', async () => {
    const file = await bytesOf(workbookFile([sheet([['a\u0000b\u001Fc\uD800d']])], MADE_AT))
    expect(await readSheet(file)).toEqual([['a\uFFFDb\uFFFDc\uFFFDd']])
  })

  test('keeps its heading in sight and numbers as numbers with a format', async () => {
    const file = await bytesOf(
      workbookFile(
        [
          sheet(
            [
              ['name', 'n'],
              ['VN', 1234],
              ['ID', 's'],
            ],
            true,
          ),
        ],
        MADE_AT,
      ),
    )
    const xml = new TextDecoder().decode(unzipSync(file)['xl/worksheets/sheet1.xml'])
    expect(xml).toContain('state="frozen"')
    expect(xml).toContain('<c r="B2" s="3"><v>1234</v></c>')
    // Held back: a text where a number would stand.
    expect(xml).toMatch(/<c r="B3" s="7" t="inlineStr"><is><t xml:space="preserve">s<\/t>/u)
  })

  test('has every sheet by its name', async () => {
    const file = await bytesOf(workbookFile([sheet([['a']]), { ...sheet([['b']]), name: 'notes' }], MADE_AT))
    expect((await readWorkbook(file)).map((one) => [one.sheet, one.data])).toEqual([
      ['table', [['a']]],
      ['notes', [['b']]],
    ])
  })

  test('cut off, it opens nowhere', async () => {
    const file = await bytesOf(workbookFile([sheet([['a', 1]])], MADE_AT))
    for (const length of [file.length - 1, Math.floor(file.length / 2)])
      await expect((async () => readSheet(file.subarray(0, length)))()).rejects.toBeInstanceOf(Error)
  })

  test('is made row by row: the reader decides how far', async () => {
    let made = 0
    const rows = (function* () {
      for (; made < 900_000; made += 1) yield { values: [made, made * 7919], styles: ['count', 'count'] as const }
    })()
    const reader = workbookFile([{ name: 'table', widths: [9, 9], hasHeading: false, rows }], MADE_AT).body.getReader()
    for (let taken = 0; taken < 20; taken += 1) await reader.read()
    expect(made).toBeLessThan(100_000)
    await reader.cancel()
  })
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (at, name) => {
  expect(columnName(at)).toBe(name)
})
