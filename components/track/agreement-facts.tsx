import { labelOf } from '@/components/report/labels'
import { Facts } from '@/components/ui/facts'
import type { Money } from '@/lib/domain/money/money'
import { formatDay, formatDayOf, formatMoney, moneyInWords } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** An offer, as the worker's page gets it. */
type Offer = {
  readonly type: string
  readonly party: { readonly role: string; readonly name: string | null } | null
  readonly agreed: Money | null
  readonly answerDueAt: Date | null
  readonly instalments: readonly { readonly dueOn: string | null; readonly amount: Money }[]
}

/** What is offered, by whom, how much in figures and in words, and when. */
export function AgreementFacts({ t, offer }: { t: Translator; offer: Offer }) {
  const { type, party, agreed, answerDueAt, instalments } = offer
  const sum = ({ amountMinor, currency }: Money) => formatMoney(amountMinor, currency, t.locale)
  const inWords = agreed && moneyInWords(agreed.amountMinor, agreed.currency, t.locale)
  const who = party && [party.name, labelOf(t, 'party_role', party.role)].filter(Boolean).join(', ')
  return (
    <Facts
      facts={[
        { name: t('track.agreement_what'), value: labelOf(t, 'remedy_type', type) },
        ...(who === null ? [] : [{ name: t('track.agreement_who'), value: who }]),
        ...(agreed === null
          ? []
          : [
              {
                name: t('track.agreement_sum'),
                value: (
                  <>
                    <b>{sum(agreed)}</b>
                    {inWords === null ? null : (
                      <>
                        <br />
                        {inWords} {agreed.currency}
                      </>
                    )}
                  </>
                ),
              },
            ]),
        ...(instalments.length === 0
          ? []
          : [
              {
                name: t('track.agreement_when'),
                value: (
                  <ul className="plain">
                    {instalments.map(({ dueOn, amount }, index) => (
                      <li key={`${index} ${dueOn}`}>
                        {dueOn === null
                          ? sum(amount)
                          : t('track.agreement_part', { amount: sum(amount), day: formatDay(dueOn, t.locale) })}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]),
        ...(answerDueAt === null
          ? []
          : [{ name: t('track.agreement_answer_by'), value: formatDayOf(answerDueAt, t.locale) }]),
      ]}
    />
  )
}
