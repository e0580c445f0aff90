import 'server-only'
import type { Permission } from '@/lib/access/policy'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { listExchangeRates } from './exchange-rates'
import { listLiveRules, listRuleVersions } from './fee-rules'
import { readFeeStamps } from './fee-stamps'
import type { Scoped } from './within'

/** What a verdict is reached with. */
export type FeeBasis = { readonly rules: readonly FeeRule[]; readonly rates: readonly ExchangeRate[] }

/**
 * The rules that judge and the rates as they are stored now: for a verdict that is stored. What this process remembers is used
 * where nothing was added or changed since, whichever process did it.
 */
export async function currentFeeBasis(on: Scoped<Permission>): Promise<FeeBasis> {
  const stamps = await readFeeStamps(on)
  return { rules: await listLiveRules(on, stamps), rates: await listExchangeRates(on, stamps) }
}

/**
 * The same for a case that a reassessment cannot see before this transaction ends: a new one, one that was closed. A change of
 * rules or rates waits until it has ended, and then finds the case. Call it before the audit event.
 */
export async function holdFeeBasis(on: Scoped<Permission>): Promise<FeeBasis> {
  await on.db
    .$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('fee_rule')), pg_advisory_xact_lock_shared(hashtext('exchange_rate'))`
  return currentFeeBasis(on)
}

/** Every version of every rule that can be read, as stored now. */
export async function currentRuleVersions(on: Scoped<Permission>): Promise<readonly FeeRule[]> {
  return listRuleVersions(on, await readFeeStamps(on))
}
