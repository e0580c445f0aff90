import 'server-only'
import type { FactRow } from '@/lib/domain/statistics/columns/facts'
import type { Scoped } from './within'

type Counting = Scoped<'system.count_reports'>

/** A block of reports there is; `place` is the transaction before which everything is in the one that is kept, null where none is. */
export type KnownBlock = { readonly number: number; readonly place: string | null }

/** Every block that has reports. */
export async function listBlocks(on: Counting, layout: string): Promise<KnownBlock[]> {
  return on.db.$queryRaw<KnownBlock[]>`SELECT number, place FROM app.statistic_blocks(${layout})`
}

/** The columns of a block that is kept; null when it went meanwhile. */
export async function readBlock(on: Counting, number: number): Promise<Uint8Array | null> {
  const [row] = await on.db.$queryRaw<{ columns: Uint8Array | null }[]>`
    SELECT app.read_statistic_block(${number}::int) AS columns`
  return row?.columns ?? null
}

/** Keeps a block that has everything before the transaction `place`; not when a report left it since. */
export async function keepBlock(
  on: Counting,
  { number, layout, place, bytes }: { number: number; layout: string; place: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await on.db.$queryRaw`SELECT app.keep_statistic_block(${number}::int, ${layout}, ${place}, ${bytes})`
}

/** The facts of the next reports of a block that changed from a transaction on; `last` is null when there are no more. */
export async function readBlockFacts(
  on: Counting,
  { number, since, after }: { number: number; since: string; after: bigint },
  upto: number,
): Promise<{ readonly last: bigint | null; readonly rows: readonly FactRow[] }> {
  const [row] = await on.db.$queryRaw<{ last_ref: bigint; facts: string }[]>`
    SELECT last_ref, facts FROM app.statistic_block_facts(${number}::int, ${since}, ${after}::bigint, ${upto}::int)`
  return row ? { last: row.last_ref, rows: JSON.parse(row.facts) as FactRow[] } : { last: null, rows: [] }
}
