import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_HOW, type ExportHow } from '@/lib/domain/statistics/export/formats'
import type { Release } from '@/lib/domain/statistics/released-table'
import { releaseFile } from '@/lib/files/exports/release-file'
import { aBasis, anyRelease, bytesOf, englishWords } from '../../../support/made-releases'

const MADE_AT = new Date('2026-11-21T03:00:00Z')
let release: Release

beforeAll(() => {
  const [small] = fc.sample(anyRelease, { numRuns: 1, seed: 7 })
  if (!small) throw new Error('no release')
  // Large enough for several pieces of a stream.
  release = { facts: small.facts, tables: Array.from({ length: 15 }, () => small.tables).flat() }
})

function write(how: Partial<ExportHow>) {
  return releaseFile(release, { how: { ...DEFAULT_HOW, ...how }, words: englishWords, basis: aBasis, madeAt: MADE_AT })
}

/** What docs/adr/043 tells a reader of each format to do; false or an error for a file that is not whole. */
const READERS = {
  csv: (file: Buffer): boolean => {
    const start = file.lastIndexOf('\n', file.length - 2) + 1
    const said = /^# end, \d+ rows, sha256 ([0-9a-f]{64})\r\n$/u.exec(file.subarray(start).toString())
    return said !== null && createHash('sha256').update(file.subarray(0, start)).digest('hex') === said[1]
  },
  xlsx: (file: Buffer): boolean => Object.keys(unzipSync(file)).length === 7,
  json: (file: Buffer): boolean => {
    const { rows, rowCount } = JSON.parse(file.toString()) as { rows: unknown[]; rowCount: number }
    return rows.length === rowCount
  },
  jsonstat: (file: Buffer): boolean => 'status' in (JSON.parse(file.toString()) as object),
}

const isWhole = (format: keyof typeof READERS, file: Buffer): boolean => {
  try {
    return READERS[format](file)
  } catch {
    return false
  }
}

describe.each(['csv', 'xlsx', 'json', 'jsonstat'] as const)('a file of %s', (format) => {
  test('is whole, and wherever it is cut it is not', async () => {
    const file = await bytesOf(write({ format }))
    expect(isWhole(format, file)).toBe(true)
    const lengths = fc.oneof(fc.nat(file.length - 1), fc.integer({ min: file.length - 400, max: file.length - 1 }))
    fc.assert(
      fc.property(lengths, (length) => {
        // One line end of JSON more or less is no number.
        if (length === file.length - 1 && format.startsWith('json')) return
        expect(isWhole(format, file.subarray(0, length))).toBe(false)
      }),
      { numRuns: 40 },
    )
  })

  test('whose reader goes away never says that it was written', async () => {
    const stream = write({ format })
    const reader = stream.body.getReader()
    await reader.read()
    await reader.cancel()
    expect(stream.written()).toBeNull()
  })
})

test('CSV with a mark and tags is known to be cut as well; without its last line by its length', async () => {
  const file = await bytesOf(write({ hasMark: true, hasTags: true }))
  expect(isWhole('csv', file)).toBe(true)
  expect(isWhole('csv', file.subarray(0, file.length - 2))).toBe(false)
  const bare = write({ hasEnd: false })
  const length = (await bytesOf(bare)).length
  expect(bare.written()?.bytes).toBe(length)
})

test('a byte that changed on the way is found in CSV, and a part of a workbook that was left out', async () => {
  const csv = await bytesOf(write({ format: 'csv' }))
  fc.assert(
    fc.property(fc.nat(csv.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(csv)
      changed[at] = ((changed[at] ?? 0) + by) % 256
      expect(isWhole('csv', changed)).toBe(false)
    }),
    { numRuns: 40 },
  )
  const xlsx = await bytesOf(write({ format: 'xlsx' }))
  expect((await readWorkbook(xlsx)).map(({ sheet }) => sheet)).toEqual(['table', 'notes'])
  const holed = Buffer.concat([xlsx.subarray(0, 2000), xlsx.subarray(3000)])
  await expect((async () => readWorkbook(holed))()).rejects.toBeInstanceOf(Error)
})
