import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Pool, PoolClient } from 'pg'
import { copyOut } from './copy-out'
import { sendOut, type Sent } from './send-out'

const RUNS = 5
const BATCH = 10_000
const TABLE = 'bench_export'
/** Linux counts processor time in hundredths of a second for every process. */
const TICK_MS = 10

export type Cell = string | number | null

/** A table as a file has it. */
export type FileTable = {
  readonly columns: readonly { readonly name: string; readonly type: 'text' | 'bigint' | 'double precision' }[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Medians of writing the same rows in turn. `copyCpuMs`: of the process of PostgreSQL that writes; null where the system does not tell. */
export type BesideCopy = {
  readonly rows: number
  readonly bytes: number
  readonly ms: number
  readonly cpuMs: number
  readonly copyMs: number
  readonly copyCpuMs: number | null
  readonly grownBytes: number
}

/** Sends a file of ours, then has PostgreSQL send the same rows out of a table, again and again. */
export async function besideCopy(
  owner: Pool,
  table: FileTable,
  file: () => Promise<ReadableStream<Uint8Array>>,
): Promise<BesideCopy> {
  await fillTable(owner, table)
  collectGarbage()
  // The first time of all: nothing is warm, and nothing freed earlier hides what it takes.
  const first = await sendOut(await file())
  const client = await owner.connect()
  const copy = `COPY ${TABLE} TO STDOUT (FORMAT csv, HEADER)`
  const bytes = await copyOut(client, copy)
  const ours: Sent[] = []
  const theirs: { readonly ms: number; readonly cpuMs: number | null }[] = []
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(await sendOut(await file()))
    theirs.push(await timedCopy(client, copy))
  }
  client.release()
  await owner.query(`DROP TABLE ${TABLE}`)
  const copyCpu = theirs.flatMap(({ cpuMs }) => cpuMs ?? [])
  return {
    rows: table.rows.length,
    bytes,
    ms: median(ours.map(({ ms }) => ms)),
    cpuMs: median(ours.map(({ cpuMs }) => cpuMs)),
    copyMs: median(theirs.map(({ ms }) => ms)),
    copyCpuMs: copyCpu.length === RUNS ? median(copyCpu) : null,
    grownBytes: Math.max(first.grown, ...ours.map(({ grown }) => grown)),
  }
}

/** Frees what nobody needs, so that memory before and after can be compared. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

async function timedCopy(client: PoolClient, copy: string): Promise<{ ms: number; cpuMs: number | null }> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const pid = rows[0]?.pid ?? 0
  const before = processorMs(pid)
  const began = performance.now()
  await copyOut(client, copy)
  const ms = performance.now() - began
  const after = processorMs(pid)
  return { ms, cpuMs: before === null || after === null ? null : after - before }
}

/** Processor time a process has taken; null where the system does not tell. */
function processorMs(pid: number): number | null {
  try {
    // utime and stime, the 14th and 15th fields of proc(5); the name before may have spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return null
  }
}

async function fillTable(owner: Pool, { columns, rows }: FileTable): Promise<void> {
  await owner.query(
    `CREATE UNLOGGED TABLE ${TABLE} (${columns.map(({ name, type }) => `"${name}" ${type}`).join(', ')})`,
  )
  const values = columns.map(({ type }, at) => `$${at + 1}::${type}[]`).join(', ')
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH)
    await owner.query(
      `INSERT INTO ${TABLE} SELECT * FROM unnest(${values})`,
      columns.map((_, at) => batch.map((row) => row[at] ?? null)),
    )
  }
  await owner.query(`VACUUM ANALYZE ${TABLE}`)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
