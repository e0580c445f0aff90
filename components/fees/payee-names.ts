import { labelOf } from '@/components/report/labels'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import type { Translator } from '@/lib/i18n/translate'

/** Who a rule speaks of as taking the money: "sending company and go-between". */
export function payeeNames(t: Translator, { payees }: Pick<FeeRule, 'payees'>): string {
  return new Intl.ListFormat(t.locale, { type: 'conjunction' }).format(
    payees.map((role) => labelOf(t, 'party_role', role)),
  )
}
