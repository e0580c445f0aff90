import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'

const EXCHANGE_RATES = path.join(process.cwd(), 'prisma', 'seed', 'exchange-rates.csv')
const COLUMNS = 'currency,period,units_per_usd,source'

/**
 * Puts the exchange rates that come with this version into a database that has none yet. Rates that are there stay as they are:
 * an administrator may have corrected them. Returns how many rows were added. Sources: prisma/seed/SOURCES.md.
 */
export async function loadReferenceData(ownerUrl: string): Promise<number> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const present = await client.query('SELECT 1 FROM exchange_rate LIMIT 1')
    if (present.rowCount) return 0
    const rows = parseRates(await readFile(EXCHANGE_RATES, 'utf8'))
    const added = await client.query(
      `INSERT INTO exchange_rate (currency, period, units_per_usd, source)
       SELECT * FROM unnest($1::text[], $2::text[], $3::numeric[], $4::text[]) ON CONFLICT DO NOTHING`,
      [
        rows.map((row) => row.currency),
        rows.map((row) => row.period),
        rows.map((row) => row.unitsPerUsd),
        rows.map((row) => row.source),
      ],
    )
    return added.rowCount ?? 0
  } finally {
    await client.end()
  }
}

// The source is the last column and may hold commas; it is never quoted in our own file.
function parseRates(csv: string) {
  const [head, ...lines] = csv.trim().split(/\r?\n/)
  if (head !== COLUMNS) throw new Error(`${EXCHANGE_RATES} does not begin with ${COLUMNS}`)
  return lines.map((line, index) => {
    const [currency, period, unitsPerUsd, ...source] = line.split(',')
    if (!currency || !period || !unitsPerUsd || !/^\d+(\.\d+)?$/.test(unitsPerUsd))
      throw new Error(`${EXCHANGE_RATES} line ${index + 2} is no rate`)
    return { currency, period, unitsPerUsd, source: source.join(',') }
  })
}
