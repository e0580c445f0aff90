import { createHash } from 'node:crypto'
import { Client } from 'pg'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { compareRates, replacedValues, type RateChanges } from '@/lib/domain/money/rate-changes'
import { plainFileText, readRateFile, type RateProblem } from '@/lib/domain/money/rate-file'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'

/** What a file does or would do, with the fingerprint of its text and how many open cases are judged again. */
export type RateImport = RateChanges & { readonly sha256: string; readonly caseCount: number }

/**
 * Compares a file with the rates of a database and, with `isApplied`, takes it over in one transaction, as the system: an event
 * goes into the chain of every office, and open cases are judged again by the next sweep of the application.
 * Rates five times away are refused unless `isFarAllowed`.
 */
export async function importRates(
  ownerUrl: string,
  fileText: string,
  options: { readonly isApplied: boolean; readonly isFarAllowed: boolean },
): Promise<Result<RateImport, readonly RateProblem[]>> {
  const text = plainFileText(fileText)
  const read = readRateFile(text, now().toISOString().slice(0, 7))
  if (read.problems.length > 0) return err(read.problems)
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `SELECT set_config('app.actor_kind', 'system', true), pg_advisory_xact_lock(hashtext('exchange_rate'))`,
    )
    const changes = compareRates(read.rates, await readStored(client))
    const found = {
      ...changes,
      sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
      caseCount: await countCases(client, changes),
    }
    const isRefused = options.isApplied && !options.isFarAllowed && changes.tooFar.length > 0
    if (!isRefused && options.isApplied) await apply(client, found)
    await client.query(options.isApplied && !isRefused ? 'commit' : 'rollback')
    return isRefused ? err(changes.tooFar) : ok(found)
  } finally {
    await client.end()
  }
}

async function readStored(client: Client): Promise<readonly ExchangeRate[]> {
  const { rows } = await client.query<{ currency: string; period: string; rate: string; source: string }>(
    'SELECT currency, period, trim_scale(units_per_usd)::text AS rate, source FROM exchange_rate',
  )
  return rows.flatMap(({ currency, period, rate, source }) =>
    isCurrencyCode(currency) ? [{ currency, period, unitsPerUsd: rate, source }] : [],
  )
}

async function countCases(client: Client, { added, changed }: RateChanges): Promise<number> {
  if (added.length + changed.length === 0) return 0
  const { rows } = await client.query<{ count: number }>(`SELECT app.count_fee_cases('{}') AS count`)
  return rows[0]?.count ?? 0
}

async function apply(client: Client, { added, changed, sameCount, sha256 }: RateImport): Promise<void> {
  const different = [...added, ...changed].map(({ rate }) => rate)
  if (different.length === 0) return
  await client.query(
    `INSERT INTO exchange_rate (currency, period, units_per_usd, source, imported_at)
     SELECT fresh.*, greatest(now(), (SELECT max(imported_at) + interval '1 millisecond' FROM exchange_rate))
       FROM unnest($1::text[], $2::text[], $3::numeric[], $4::text[]) AS fresh
     ON CONFLICT (currency, period) DO UPDATE
       SET units_per_usd = excluded.units_per_usd, source = excluded.source, imported_at = excluded.imported_at`,
    [
      different.map(({ currency }) => currency),
      different.map(({ period }) => period),
      different.map(({ unitsPerUsd }) => unitsPerUsd),
      different.map(({ source }) => source),
    ],
  )
  await client.query(
    `INSERT INTO fee_reassessment (id, cause, rule_refs, origins, requested_at) VALUES ($1, 'rates_changed', '{}', '{}', now())`,
    [newId()],
  )
  await client.query(
    `INSERT INTO audit_event (id, office_id, actor_kind, action, detail)
     SELECT gen_random_uuid(), o.id, 'system', 'exchange_rates.import', $1 FROM office o ORDER BY o.id`,
    [{ added: added.length, changed: changed.length, same: sameCount, sha256, replaced: replacedValues({ changed }) }],
  )
}
