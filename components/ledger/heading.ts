import { money } from '@/components/case/words'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'
import type { Translator } from '@/lib/i18n/translate'

/**
 * The answer first: what the verdict on the whole case comes to, in one sentence. Its sum is the certain one alone: what an
 * officer must confirm first is said beside it (`sayToConfirm`). Information, not a decision of a court.
 */
export function ledgerHeading(t: Translator, { lines, assessment }: Pick<Ledger, 'lines' | 'assessment'>): string {
  if (lines.length === 0 || assessment === null) return t('ledger.heading_empty')
  const { verdict, claims } = assessment.assessment
  const above = claims.reduce((sum, { aboveCapJpy, likelyJpy }) => sum + aboveCapJpy - likelyJpy, 0n)
  const amount = money(t, above, 'JPY') ?? ''
  switch (verdict) {
    case 'prohibited':
      return above > 0n ? t('ledger.heading_prohibited_sum', { amount }) : t('ledger.heading_prohibited')
    case 'above_cap':
      return above > 0n ? t('ledger.heading_above_sum', { amount }) : t('ledger.heading_above')
    case 'likely_above':
      return t('ledger.heading_likely')
    case 'missing_facts':
      return t('ledger.heading_missing')
    case 'within_cap':
      return t('ledger.heading_within')
    case 'no_rule_known':
      return t('ledger.heading_none')
    default:
      throw new Error(`unhandled verdict ${String(verdict satisfies never)}`)
  }
}

/** What may be above a limit, too, should an officer confirm it; null where there is nothing to confirm. */
export function sayToConfirm(t: Translator, { assessment }: Pick<Ledger, 'assessment'>): string | null {
  const claims = assessment?.assessment.claims ?? []
  const likely = claims.reduce((sum, { likelyJpy }) => sum + likelyJpy, 0n)
  const certain = claims.reduce((sum, { aboveCapJpy, likelyJpy }) => sum + aboveCapJpy - likelyJpy, 0n)
  if (likely === 0n) return null
  return t(certain > 0n ? 'ledger.heading_confirm_more' : 'ledger.heading_confirm', {
    amount: money(t, likely, 'JPY') ?? '',
  })
}
