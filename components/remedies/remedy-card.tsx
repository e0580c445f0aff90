import { money, partialDate } from '@/components/case/words'
import { FactList } from '@/components/ui/facts'
import type { LedgerParty } from '@/lib/domain/fees/ledger/ledger'
import { canBeOffered, remedyState, type Remedy } from '@/lib/domain/remedies/remedy'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { InstalmentTable } from './instalment-table'
import { partyWord, remedyName, stateWord } from './remedy-words'

/** One claim or offer with all that became of it, and what can be done with it. */
export function RemedyCard({
  t,
  remedy,
  parties,
  address,
  today,
}: {
  t: Translator
  remedy: Remedy
  parties: readonly LedgerParty[]
  /** Of the remedies of the case. */
  address: string
  today: string
}) {
  const state = remedyState(remedy)
  const own = `${address}/${remedy.id}`
  const sum = (amount: Remedy['claimed'], jpy: bigint | null) =>
    amount === null
      ? null
      : [money(t, amount.amountMinor, amount.currency), amount.currency === 'JPY' ? null : money(t, jpy, 'JPY')]
          .filter(Boolean)
          .join(' · ')
  const facts = [
    { name: t('remedies.fact_party'), value: partyWord(t, parties, remedy.casePartyId) },
    { name: t('remedies.total_claimed'), value: sum(remedy.claimed, remedy.claimedJpy) },
    { name: t('remedies.fact_ground'), value: remedy.lane && t(`remedies.lane_${remedy.lane}`) },
    {
      name: t(remedy.agreedAt === null ? 'remedies.fact_offered' : 'remedies.total_agreed'),
      value: sum(remedy.agreed, remedy.agreedJpy),
    },
    {
      name: t('remedies.fact_answer_by'),
      value: state === 'offered' && remedy.answerDueAt ? formatDayOf(remedy.answerDueAt, t.locale) : null,
    },
    {
      name: t('remedies.fact_how'),
      value:
        remedy.acceptedHow === null ? null : t(remedy.acceptedHow === 'tap' ? 'remedies.how_tap' : 'remedies.how_told'),
    },
    {
      name: t('remedies.fact_arrived_how'),
      value: remedy.confirmedHow && t(remedy.confirmedHow === 'tap' ? 'remedies.how_tap' : 'remedies.arrived_told'),
    },
    { name: t('remedies.fact_proof'), value: remedy.deliveredAt && formatDayOf(remedy.deliveredAt, t.locale) },
  ].filter((fact) => fact.value !== null && fact.value !== '')
  const payments = remedy.instalments.flatMap(({ payments }) => payments)
  return (
    <article className="block" id={`remedy-${remedy.id}`}>
      <h2>{remedyName(t, remedy)}</h2>
      <p>{stateWord(t, remedy)}</p>
      <FactList facts={facts} />
      {remedy.terms === null ? null : (
        <div className="words">
          <p className="said" lang={remedy.termsLanguage ?? undefined}>
            {remedy.terms}
          </p>
          {remedy.staffTerms === null ? null : (
            <p className="by" lang={remedy.staffLanguage ?? undefined}>
              {remedy.staffTerms}
            </p>
          )}
        </div>
      )}
      {remedy.answer === null ? null : (
        <div className="words">
          <p className="said" lang={remedy.answerLanguage ?? undefined}>
            {remedy.answer}
          </p>
          <p className="by">
            {t(remedy.acceptedHow === 'told_to_officer' ? 'remedies.answer_witness' : 'remedies.answer_worker')}
          </p>
        </div>
      )}
      <InstalmentTable
        t={t}
        instalments={remedy.instalments}
        today={today}
        payHref={state === 'agreed' ? (id) => `${address}/pay/${id}` : null}
      />
      {payments.length === 0 ? null : (
        <ul className="todo">
          {payments.map(({ id, paidOn, amount, jpyMinor, evidenceId, proofSeen }) => (
            <li key={id}>
              <span>
                {t('remedies.payment_line', {
                  day: partialDate(t, paidOn) ?? '',
                  sum: sum(amount, jpyMinor) ?? '',
                  proof: evidenceId !== null || proofSeen ? 'yes' : 'no',
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="row noprint">
        {canBeOffered(state) ? (
          <a className={state === 'claimed' || state === 'declined' ? 'btn' : 'btn alt'} href={`${own}/offer`}>
            {t(state === 'claimed' ? 'remedies.offer_link' : 'remedies.offer_next_link')}
          </a>
        ) : null}
        {state === 'offered' ? (
          <a className="btn alt" href={`${own}/told`}>
            {t('remedies.told_link')}
          </a>
        ) : null}
        {state === 'claimed' || state === 'offered' || state === 'declined' ? (
          <a href={`${own}/drop`}>{t('remedies.drop_link')}</a>
        ) : null}
      </p>
    </article>
  )
}
