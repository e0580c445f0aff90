import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, type FileValue } from '@/lib/domain/statistics/export/csv-text'
import { csvBatches } from '@/lib/files/exports/csv'
import { ByteRows } from '@/lib/files/exports/byte-rows'

const texts = fc.oneof(
  fc.constantFrom('', 'VN', 'Việt Nam', '日本', '👍', '=1', 'a"b', ',', '\n'),
  fc.string({ unit: 'binary' }),
)
const values: fc.Arbitrary<FileValue> = fc.oneof(
  texts,
  fc.constantFrom(null, 0, -0, 9, 10, 99, 100, 2_147_483_647, 2_147_483_648, -1, 1e21, 0.1 + 0.2, 5n),
  fc.double({ noNaN: true }),
  fc.integer(),
)

const written = (rows: Iterable<readonly FileValue[]>) =>
  Buffer.concat([...csvBatches(rows)].map(({ bytes }) => bytes)).toString()

test('rows as bytes are the lines put together as texts', () => {
  fc.assert(
    fc.property(fc.array(fc.array(values, { minLength: 1, maxLength: 5 }), { maxLength: 12 }), (rows) => {
      const meant = rows.map((row) => csvLine(row)).join('')
      expect(written(rows)).toBe(Buffer.from(meant).toString())
    }),
    { numRuns: 300 },
  )
})

test('a column of more texts than are kept, and a row longer than a piece, are whole', () => {
  const rows = Array.from({ length: 3000 }, (_, at) => [`kode ${at} é`, 'same', at % 7 === 0 ? 'x'.repeat(at) : at])
  rows[1500] = ['ü'.repeat(200_000), '"', 1]
  expect(written(rows)).toBe(rows.map((row) => csvLine(row)).join(''))
})

test('a piece that was taken is left alone, and counts its rows', () => {
  const rows = new ByteRows()
  const text = rows.know('first')
  rows.put(text)
  rows.endRow()
  const taken = rows.take()
  rows.putNumber(12)
  rows.putText('é')
  rows.endRow()
  rows.endRow()
  expect(Buffer.from(taken.bytes).toString()).toBe('first')
  expect(taken.rows).toBe(1)
  const next = rows.take()
  expect([Buffer.from(next.bytes).toString(), next.rows]).toEqual(['12é', 2])
})

test('pieces have some 64 kB, however many rows there are', () => {
  const rows = (function* () {
    for (let at = 0; at < 20_000; at += 1) yield ['VN', at, 'manufacturing']
  })()
  const sizes = [...csvBatches(rows)].map(({ bytes }) => bytes.length)
  expect(Math.max(...sizes)).toBeLessThan(64 * 1024 + 100)
  expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(64 * 1024)
})
