import type { Grant } from '@/lib/access/grant'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import type { RuleText } from '@/lib/domain/fees/rules/rule-change'
import { readRuleHistory } from '@/lib/usecases/fee-rules/read-fee-rules'

type Manage = Grant<'fee_rule.manage'>

export const MYANMAR_CAP = 'mm-jp-titp-usd2800'

/** The version of a rule that is the latest. */
export async function theRule(manage: Manage, id: string): Promise<FeeRule> {
  const [latest] = await readRuleHistory(manage, id)
  if (!latest) throw new Error(`no rule ${id}`)
  return latest.rule
}

/** The rule with another limit in dollars, as a correction of its first version. */
export async function correction(manage: Manage, dollars: number, change: Partial<RuleText> = {}) {
  const rule = await theRule(manage, MYANMAR_CAP)
  const limit = { type: 'cap_amount', amountMinor: BigInt(dollars) * 100n, currency: 'USD' } as const
  return {
    kind: 'correction',
    base: rule.version,
    latest: rule.version,
    text: { ...rule, limit, ...change },
    reason: 'read again',
  } as const
}
