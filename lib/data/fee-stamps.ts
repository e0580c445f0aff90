import 'server-only'
import type { Permission } from '@/lib/access/policy'
import type { Scoped } from './within'

/** One text for what is stored of rules and one for rates: another one as soon as a process has added or changed something. */
export type FeeStamps = { readonly rules: string; readonly rates: string }

/** The stamps of now; counts and the latest moments, so that asking costs about a millisecond. */
export async function readFeeStamps(on: Scoped<Permission>): Promise<FeeStamps> {
  const [stamps] = await on.db.$queryRaw<FeeStamps[]>`SELECT
    (SELECT concat_ws(' ', count(*), extract(epoch FROM max(created_at))) FROM fee_rule) AS rules,
    (SELECT concat_ws(' ', count(*), extract(epoch FROM max(imported_at))) FROM exchange_rate) AS rates`
  return stamps ?? { rules: '', rates: '' }
}
