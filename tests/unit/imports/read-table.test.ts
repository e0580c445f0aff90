import { zipSync, strToU8 } from 'fflate'
import { aWorkbook, textCell, textRows } from '../../support/workbook'
import { describe, expect, test } from 'vitest'
import { readTable, readTables } from '@/lib/files/tables/read-table'

const read = async (text: string | Buffer) => readTable(typeof text === 'string' ? Buffer.from(text, 'utf8') : text)
const cellsOf = async (text: string | Buffer) => {
  const table = await read(text)
  if (!table.ok) throw new Error(table.error.code)
  return table.value.rows.map(({ cells }) => cells)
}

describe('a CSV file', () => {
  test('keeps quotes, commas and line breaks inside a cell, and says where each row begins', async () => {
    const table = await read('a,b\r\n1,"x, ""y""\nz"\r\n\r\n2,w\r\n')
    expect(table).toMatchObject({
      ok: true,
      value: {
        headings: ['a', 'b'],
        rows: [
          { line: 2, cells: ['1', 'x, "y"\nz'] },
          { line: 5, cells: ['2', 'w'] },
        ],
      },
    })
  })

  test.each([
    ['utf-8', Buffer.from('tên,説明\nThuyên,残業', 'utf8')],
    ['utf-8', Buffer.from('\uFEFFtên,説明\nThuyên,残業', 'utf8')],
    ['utf-16le', Buffer.from('\uFEFFtên,説明\nThuyên,残業', 'utf16le')],
    ['utf-16be', Buffer.from('\uFEFFtên,説明\nThuyên,残業', 'utf16le').swap16()],
  ])('is read in %s', async (encoding, bytes) => {
    expect(await read(bytes)).toMatchObject({
      value: { encoding, headings: ['tên', '説明'], rows: [{ cells: ['Thuyên', '残業'] }] },
    })
  })

  test('is read in Shift_JIS, as Japanese spreadsheets write it', async () => {
    // 名前,額 / 山田,1
    const bytes = Buffer.from('96bc914f2c8a7a0a8e5293632c310a', 'hex')
    expect(await read(bytes)).toMatchObject({
      value: { encoding: 'shift_jis', headings: ['名前', '額'], rows: [{ cells: ['山田', '1'] }] },
    })
  })

  test('in no encoding we know is refused, not guessed', async () => {
    expect(await read(Buffer.from([0x61, 0x2c, 0xff, 0xfd, 0x80, 0x0a, 0x31, 0x2c, 0x32]))).toEqual({
      ok: false,
      error: { code: 'not_text' },
    })
  })

  test.each([
    ['a;b\n1,5;x', ['1,5', 'x']],
    ['a\tb\n1\tx', ['1', 'x']],
    ['"a,b";c\n1;2', ['1', '2']],
  ])('finds out what separates its cells: %j', async (text, first) => {
    expect((await cellsOf(text))[0]).toEqual(first)
  })

  test('rows of another length are filled or widen the table', async () => {
    expect(await cellsOf('a,b\n1\n1,2,3')).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
    ])
  })

  test('what was kept from being a formula is text again; a formula is text too', async () => {
    expect(await cellsOf("a,b\n'=1+1,=HYPERLINK(1)\n'+81 90,'tis")).toEqual([
      ['=1+1', '=HYPERLINK(1)'],
      ['+81 90', "'tis"],
    ])
  })

  test.each([
    ['', 'empty'],
    ['a,b\n\n , \n', 'empty'],
    ['a,b\n"x,1\n2,3', 'quotes'],
    [`a\n${'1\n'.repeat(20_001)}`, 'too_many_rows'],
    [`${'a,'.repeat(201)}b\n1`, 'too_many_columns'],
  ])('that we do not take says why (%#)', async (text, code) => {
    expect(await read(text)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('a workbook', () => {
  const sheet = (rows: string) => aWorkbook({ S: rows })

  test('is read as texts, large numbers as they were typed', async () => {
    const bytes = sheet(
      `<row r="1">${textCell('A1', 'story')}${textCell('B1', 'fee1_amount')}</row><row r="2">${textCell('A2', 'Họ giữ')}<c r="B2"><v>120000000</v></c></row>`,
    )
    expect(await read(bytes)).toMatchObject({
      ok: true,
      value: {
        format: 'xlsx',
        headings: ['story', 'fee1_amount'],
        rows: [{ line: 2, cells: ['Họ giữ', '120000000'] }],
      },
    })
  })

  test('with several sheets gives each that has rows; the first of them is the table', async () => {
    const bytes = aWorkbook({
      Cover: textRows([['Our list']]),
      'Tháng 9': textRows([['story'], ['one']]),
      '10月': textRows([['story'], ['two'], ['three']]),
    })
    const tables = await readTables(bytes)
    expect(tables.ok && tables.value.map(({ sheet: name, rows }) => [name, rows.length])).toEqual([
      ['Tháng 9', 1],
      ['10月', 2],
    ])
    expect(await read(bytes)).toMatchObject({ value: { rows: [{ cells: ['one'] }] } })
    expect(await readTables(aWorkbook({ A: '', B: textRows([['story']]) }))).toEqual({
      ok: false,
      error: { code: 'empty' },
    })
  })

  test('that is none is refused', async () => {
    expect(await read(Buffer.from(zipSync({ 'a.txt': strToU8('x') })))).toMatchObject({ error: { code: 'damaged' } })
    expect(await read(sheet('').subarray(0, 200))).toMatchObject({ error: { code: 'damaged' } })
  })
})
