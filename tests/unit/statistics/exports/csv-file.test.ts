import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { csvLine } from '@/lib/domain/statistics/export/csv-text'
import { hxlTags, TIDY_COLUMNS } from '@/lib/domain/statistics/export/tidy-columns'
import { csvBatches, csvFile } from '@/lib/files/exports/csv'
import { bytesOf } from '../../../support/made-releases'

const PLAIN = { columns: ['a', 'b'], tags: null, hasMark: false, hasEnd: true } as const
const rows = (count: number) => Array.from({ length: count }, (_, at) => [`code ${at}`, at] as const)

/** What docs/adr/043 tells a reader to do. */
function isWhole(file: Buffer): boolean {
  const start = file.lastIndexOf('\n', file.length - 2) + 1
  const said = /^# end, (\d+) rows, sha256 ([0-9a-f]{64})\r\n$/u.exec(file.subarray(start).toString())
  return said !== null && createHash('sha256').update(file.subarray(0, start)).digest('hex') === said[2]
}

test('says at its end how many rows there are and what they hash to', async () => {
  const stream = csvFile(PLAIN, csvBatches(rows(3)))
  const file = await bytesOf(stream)
  expect(file.toString()).toMatch(
    /^a,b\r\ncode 0,0\r\ncode 1,1\r\ncode 2,2\r\n# end, 3 rows, sha256 [0-9a-f]{64}\r\n$/u,
  )
  expect(isWhole(file)).toBe(true)
  expect(stream.written()).toEqual({
    rows: 3,
    bytes: file.length,
    sha256: createHash('sha256').update(file).digest('hex'),
  })
})

test('cut anywhere, it is known to be incomplete', async () => {
  const file = await bytesOf(csvFile(PLAIN, csvBatches(rows(40))))
  for (let length = 0; length < file.length; length += 1) expect(isWhole(file.subarray(0, length))).toBe(false)
  const changed = Buffer.from(file)
  changed[10] = 57
  expect(isWhole(changed)).toBe(false)
})

test('a source that fails ends the stream as failed, without the last line', async () => {
  function* failing() {
    yield { bytes: Buffer.from('x,1\r\n'), rows: 1 }
    throw new Error('the source is gone')
  }
  const stream = csvFile(PLAIN, failing())
  await expect(bytesOf(stream)).rejects.toThrow('the source is gone')
  expect(stream.written()).toBeNull()
})

test('the mark, the tags and the last line are there when asked for', async () => {
  const bare = await bytesOf(csvFile({ ...PLAIN, hasEnd: false }, csvBatches(rows(1))))
  expect(bare.toString()).toBe('a,b\r\ncode 0,0\r\n')
  const all = await bytesOf(csvFile({ ...PLAIN, hasMark: true, tags: ['#x', '#y+num'] }, csvBatches(rows(1))))
  expect([...all.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(all.subarray(3).toString()).toMatch(/^a,b\r\n#x,#y\+num\r\ncode 0,0\r\n# end, 1 rows/u)
  expect(isWhole(all)).toBe(true)
})

test('every column has an HXL tag of the standard form, and each its own', () => {
  const tags = hxlTags({ rows: 'origin', columns: 'received_month' })
  expect(tags).toHaveLength(TIDY_COLUMNS.length)
  for (const tag of tags) expect(tag).toMatch(/^#[a-z][a-z0-9_]*(?:\+[a-z][a-z0-9_]*)*$/u)
  expect(new Set(tags).size).toBe(tags.length)
})

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', `"'\t'=1"`],
  ['\r=1', `"'\r'=1"`],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  // Where the semicolon ends a cell, quotes in the middle of one say nothing.
  ['a;=1', `"a;'=1"`],
  ['a\n=1', `"a\n'=1"`],
  ['a\t@1', `"a\t'@1"`],
  ['a; b', '"a; b"'],
  ['a # b', '"a # b"'],
  ['a "quoted", text', '"a ""quoted"", text"'],
  ['plain', 'plain'],
])('keeps %j from being a formula', (text, cell) => {
  expect(csvLine([text])).toBe(`${cell}\r\n`)
})

test('numbers below zero stay numbers', () => {
  expect(csvLine([-5, null, -0.5])).toBe('-5,,-0.5\r\n')
})

test('makes no more than the reader takes', async () => {
  let made = 0
  function* endless() {
    for (;;) {
      made += 1
      yield { bytes: Buffer.alloc(1000, 'x'), rows: 1 }
    }
  }
  const reader = csvFile(PLAIN, endless()).body.getReader()
  for (let taken = 0; taken < 10; taken += 1) await reader.read()
  expect(made).toBeLessThan(13)
  await reader.cancel()
  const then = made
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(made).toBe(then)
})
