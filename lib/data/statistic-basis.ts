import 'server-only'
import type { FileBasis } from '@/lib/domain/statistics/export/metadata'
import type { Reading } from './statistic-releases'

/** What the statistics of a moment were made with: the fee rules there were then, each with its newest version, and the rates. */
export async function readFileBasis(on: Reading, asOf: Date): Promise<FileBasis> {
  const rules = await on.db.$queryRaw<{ id: string; version: number }[]>`
    SELECT id, max(version) AS version FROM fee_rule WHERE created_at <= ${asOf} GROUP BY id ORDER BY id`
  const rates = await on.db.$queryRaw<{ source: string; currencies: string[]; until: string }[]>`
    SELECT source, array_agg(DISTINCT currency::text ORDER BY currency::text) AS currencies, max(period) AS until
    FROM exchange_rate WHERE imported_at <= ${asOf} GROUP BY source ORDER BY source`
  return { rules, rates }
}
