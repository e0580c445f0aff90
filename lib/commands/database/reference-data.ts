import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { readRateFile } from '@/lib/domain/money/rate-file'
import { loadFeeRules } from './fee-rules'
import { loadLegalRules } from './legal-rules'

const SEED = path.join(process.cwd(), 'prisma', 'seed')
const EXCHANGE_RATES = path.join(SEED, 'exchange-rates.csv')
const FEE_RULES = path.join(SEED, 'fee-rules.json')
const LEGAL_RULES = path.join(SEED, 'legal-rules.json')

/** What was put into a database, and what its owner should know of it. */
export type LoadedReferenceData = {
  readonly rates: number
  readonly rules: number
  readonly notes: readonly string[]
}

/**
 * Brings what comes with this version into a database: the exchange rates where there are none yet, and the rules that are
 * missing. What is there stays as it is: an administrator may have corrected it. Sources: prisma/seed/SOURCES.md.
 *
 * @param files the files to load, those of this version unless told otherwise
 * @throws with every reason in words when a file cannot be used
 */
export async function loadReferenceData(
  ownerUrl: string,
  files: { readonly rules?: string } = {},
): Promise<LoadedReferenceData> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    const rates = await loadRates(client)
    const { added, notes } = await loadFeeRules(client, JSON.parse(files.rules ?? (await readFile(FEE_RULES, 'utf8'))))
    await loadLegalRules(client, JSON.parse(await readFile(LEGAL_RULES, 'utf8')))
    await client.query('commit')
    return { rates, rules: added, notes }
  } finally {
    await client.end()
  }
}

async function loadRates(client: Client): Promise<number> {
  const present = await client.query('SELECT 1 FROM exchange_rate LIMIT 1')
  if (present.rowCount) return 0
  const { rates, problems } = readRateFile(await readFile(EXCHANGE_RATES, 'utf8'), new Date().toISOString().slice(0, 7))
  // A machine whose clock is behind would call the last months the future: what is in our own file is over.
  const refused = problems.filter(({ code }) => code !== 'period_future')
  if (refused[0]) throw new Error(`${EXCHANGE_RATES} line ${refused[0].line} is no rate: ${refused[0].code}`)
  const added = await client.query(
    `INSERT INTO exchange_rate (currency, period, units_per_usd, source)
     SELECT * FROM unnest($1::text[], $2::text[], $3::numeric[], $4::text[]) ON CONFLICT DO NOTHING`,
    [
      rates.map((row) => row.currency),
      rates.map((row) => row.period),
      rates.map((row) => row.unitsPerUsd),
      rates.map((row) => row.source),
    ],
  )
  return added.rowCount ?? 0
}
