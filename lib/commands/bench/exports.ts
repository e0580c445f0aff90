import type { Pool } from 'pg'
import { MICRODATA_COLUMNS } from '@/lib/domain/statistics/microdata/columns'
import { loadIndex } from '@/lib/usecases/statistics/column-index'
import { makeRecords } from '@/lib/usecases/statistics/microdata/make-file'
import { copyOut } from './copy-out'

const RUNS = 3
const BATCH = 20_000
const MEGABYTE = 1_000_000
const SEPARATOR = /\r?\n/u

/** The same rows written by us and by PostgreSQL, in one run: megabytes a second, and how far our memory grew while we wrote. */
export type ExportBench = {
  readonly rows: number
  readonly megabytes: number
  readonly oursPerSecond: number
  readonly copyPerSecond: number
  readonly grownMegabytes: number
}

/**
 * Writes the records for researchers of all reports there are (every column but the office, k 5) as CSV, puts the same rows in a table
 * and has PostgreSQL write them. Medians. Recoding is left out: it is not writing.
 */
export async function benchExports(owner: Pool): Promise<ExportBench> {
  await loadIndex()
  const table: string[] = []
  await drain(await aFile(), (text) => table.push(text))
  const lines = table.join('').split(SEPARATOR)
  table.length = 0
  const rows = await intoTable(owner, lines)
  lines.length = 0
  const ours = []
  for (let run = 0; run < RUNS; run += 1) ours.push(await drain(await aFile()))
  const copies: number[] = []
  const client = await owner.connect()
  for (let run = 0; run <= RUNS; run += 1) {
    const began = performance.now()
    await copyOut(client, 'COPY bench_export TO STDOUT (FORMAT csv, HEADER)')
    // The first one warms the cache, as our first file did.
    if (run > 0) copies.push(performance.now() - began)
  }
  client.release()
  await owner.query('DROP TABLE bench_export')
  const bytes = ours[0]?.bytes ?? 0
  const perSecond = (milliseconds: readonly number[]) => bytes / MEGABYTE / (median(milliseconds) / 1000)
  return {
    rows,
    megabytes: bytes / MEGABYTE,
    oursPerSecond: perSecond(ours.map((one) => one.milliseconds)),
    copyPerSecond: perSecond(copies),
    grownMegabytes: Math.max(...ours.map((one) => one.grown)) / MEGABYTE,
  }
}

async function aFile(): Promise<ReadableStream<Uint8Array>> {
  const made = await makeRecords(
    {
      purpose: '',
      institution: '',
      columns: MICRODATA_COLUMNS.filter((column) => column !== 'office'),
      fromQuarter: '2000-Q1',
      toQuarter: '2099-Q4',
      k: 5,
      l: 1,
      mostLeftOut: 10,
    },
    [],
  )
  if (!made.ok) throw new Error(`no file: ${made.error}`)
  return made.value.stream.body
}

/** Reads a file to its end and lets it go. `grown`: bytes of memory above those before, at the most. */
async function drain(
  body: ReadableStream<Uint8Array>,
  keep?: (text: string) => void,
): Promise<{ readonly bytes: number; readonly milliseconds: number; readonly grown: number }> {
  const decoder = new TextDecoder()
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let [bytes, most, pieces] = [0, before, 0]
  const began = performance.now()
  for await (const chunk of body) {
    bytes += chunk.length
    keep?.(decoder.decode(chunk, { stream: true }))
    pieces += 1
    if (pieces % 32 === 0) most = Math.max(most, process.memoryUsage.rss())
  }
  return { bytes, milliseconds: performance.now() - began, grown: most - before }
}

/** The lines of a file as a table of texts, row by row as they stand; codes hold neither quotes nor commas. */
async function intoTable(owner: Pool, [head = '', ...lines]: readonly string[]): Promise<number> {
  const columns = head.split(',')
  await owner.query(`CREATE UNLOGGED TABLE bench_export (${columns.map((column) => `"${column}" text`).join(', ')})`)
  const rows = lines.filter((line) => line !== '' && !line.startsWith('#'))
  for (let from = 0; from < rows.length; from += BATCH) {
    const cells = rows.slice(from, from + BATCH).map((line) => line.split(',').map((cell) => cell || null))
    const arrays = columns.map((_, at) => cells.map((row) => row[at] ?? null))
    const names = columns.map((__, at) => `$${at + 1}::text[]`)
    await owner.query(`INSERT INTO bench_export SELECT * FROM unnest(${names.join(', ')})`, arrays)
  }
  await owner.query('VACUUM ANALYZE bench_export')
  return rows.length
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
