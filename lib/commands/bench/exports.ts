import type { Pool } from 'pg'
import { DEFAULT_HOW } from '@/lib/domain/statistics/export/formats'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import { FIGURES, TIDY_COLUMNS } from '@/lib/domain/statistics/export/tidy-columns'
import { tidyRows } from '@/lib/domain/statistics/export/tidy-rows'
import { MICRODATA_COLUMNS } from '@/lib/domain/statistics/microdata/columns'
import type { Release } from '@/lib/domain/statistics/released-table'
import { releaseFile } from '@/lib/files/exports/release-file'
import { fileWords } from '@/lib/i18n/statistic-names'
import { translatorFor } from '@/lib/i18n/translate'
import { loadIndex } from '@/lib/usecases/statistics/column-index'
import { makeRecords } from '@/lib/usecases/statistics/microdata/make-file'
import { readPublicRelease } from '@/lib/usecases/statistics/read-release'
import { besideCopy, collectGarbage, type BesideCopy, type FileTable } from './beside-copy'

const ANSWER_ROWS = 100_000
const SEPARATOR = /\r?\n/u
const WORDS = fileWords(translatorFor('en'))
const MADE_AT = new Date('2026-11-21T00:00:00Z')

/** Files beside PostgreSQL's own COPY of the same rows. `madeGrownBytes`: memory that recoding the records took, before any was written. */
export type ExportBench = {
  readonly records: BesideCopy
  readonly answers: BesideCopy
  readonly madeGrownBytes: number
}

/**
 * Writes the records for researchers of all reports there are (every column but the office, k 5), and the answer to a question over and
 * over. Recoding and answering are left out of the times: they are not writing.
 */
export async function benchExports(owner: Pool, report: (text: string) => void): Promise<ExportBench> {
  await loadIndex()
  collectGarbage()
  const before = process.memoryUsage.rss()
  const made = await aFileOfRecords()
  const madeGrownBytes = Math.max(0, process.memoryUsage.rss() - before)
  const whole = await new Response(made).text()
  const records = await besideCopy(owner, tableOf(whole), aFileOfRecords)
  report(`${records.rows} records: ${(records.copyMs / records.ms).toFixed(2)} of COPY`)
  const release = manyTimes(await anAnswer())
  const basis = { rules: [], rates: [] }
  const write = () => releaseFile(release, { how: DEFAULT_HOW, words: WORDS, basis, madeAt: MADE_AT }).body
  return { records, answers: await besideCopy(owner, answerTable(release), async () => write()), madeGrownBytes }
}

async function aFileOfRecords(): Promise<ReadableStream<Uint8Array>> {
  const columns = MICRODATA_COLUMNS.filter((column) => column !== 'office')
  const window = { fromQuarter: '2000-Q1', toQuarter: '2099-Q4' } as const
  const made = await makeRecords({ purpose: '', institution: '', columns, ...window, k: 5, l: 1, mostLeftOut: 10 }, [])
  if (!made.ok) throw new Error(`no file: ${made.error}`)
  return made.value.stream.body
}

/** The lines of a file of records; codes hold neither quotes nor commas. */
function tableOf(text: string): FileTable {
  const [head = '', ...lines] = text.split(SEPARATOR)
  const columns = head.split(',').map((name) => ({ name, type: name.endsWith('_yen') ? 'bigint' : 'text' }) as const)
  const rows = lines.filter((line) => line !== '' && !line.startsWith('#'))
  return { columns, rows: rows.map((line) => line.split(',').map((cell) => cell || null)) }
}

function anAnswer(): Promise<Release> {
  const measures = ['paid_total', 'paid_share', 'reports']
  return readPublicRelease({ ...DEFAULT_QUERY, measures, rows: 'origin', columns: 'received_quarter' })
}

/** A release of as many rows as a large file has: its tables again and again. */
function manyTimes({ facts, tables }: Release): Release {
  const cells = tables.reduce((sum, table) => sum + table.cells.length, 0)
  return { facts, tables: Array.from({ length: Math.ceil(ANSWER_ROWS / cells) }, () => tables).flat() }
}

/** The rows of an answer. Held back is no number in a column of numbers; the column `status` says so. */
function answerTable(release: Release): FileTable {
  const isNumber = (name: string) => name === 'smallest_cell' || FIGURES.some((figure) => figure === name)
  const columns = TIDY_COLUMNS.map((name) => ({ name, type: isNumber(name) ? 'double precision' : 'text' }) as const)
  const rows = Array.from(tidyRows(release, WORDS.names), (row) =>
    row.map((cell, at) => (cell === 's' && columns[at]?.type !== 'text' ? null : cell)),
  )
  return { columns, rows }
}
