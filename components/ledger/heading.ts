import { money } from '@/components/case/words'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'
import type { Translator } from '@/lib/i18n/translate'

/** The answer first: what the verdict on the whole case comes to, in one sentence. Information, not a decision of a court. */
export function ledgerHeading(t: Translator, { lines, assessment }: Pick<Ledger, 'lines' | 'assessment'>): string {
  if (lines.length === 0 || assessment === null) return t('ledger.heading_empty')
  const { verdict, claims } = assessment.assessment
  const above = claims.reduce((sum, { aboveCapJpy }) => sum + aboveCapJpy, 0n)
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
