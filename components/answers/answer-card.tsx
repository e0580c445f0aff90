import { codeWord, money } from '@/components/case/words'
import { partyWord } from '@/components/remedies/remedy-words'
import { FactList } from '@/components/ui/facts'
import type { PartyAnswer } from '@/lib/domain/answers/answer'
import { requestState } from '@/lib/domain/answers/request'
import type { LedgerParty } from '@/lib/domain/fees/ledger/ledger'
import { formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { questionState, type ShownQuestion } from './case-responses'

type Question = ShownQuestion & {
  readonly items: readonly string[]
  readonly language: string
  readonly allegation: string
  readonly answer: PartyAnswer | null
}

/** One question with what the party was told, what the worker allowed, and the answer with what can be made of it. */
export function AnswerCard({
  t,
  request,
  parties,
  at,
  address,
}: {
  t: Translator
  request: Question
  parties: readonly LedgerParty[]
  at: Date
  /** Of the case. */
  address: string
}) {
  const state = requestState(request, at)
  const { answer, items } = request
  const offer = answer?.offer ?? null
  const offered = offer && [
    codeWord(t, 'remedy_type', offer.type),
    money(t, offer.amountMinor === null ? null : BigInt(offer.amountMinor), offer.currency),
    offer.parts === null ? null : t('answers.offer_parts', { count: offer.parts }),
    offer.firstDueOn && t('answers.offer_from', { day: formatDay(offer.firstDueOn, t.locale) }),
  ]
  const facts = [
    {
      name: t('answers.fact_shared'),
      value:
        items.length === 0
          ? t('answers.shared_none')
          : items.map((item) => t(`answers.item_${item}` as 'answers.item_dates')).join(', '),
    },
    {
      name: t('answers.fact_lane'),
      value: t(request.lane === 'quick_action' ? 'answers.lane_quick_action' : 'answers.lane_ordinary'),
    },
  ]
  return (
    <article className="block" id={`question-${request.id}`}>
      <h2>{partyWord(t, parties, request.casePartyId) ?? t('cases.unsaid')}</h2>
      <p className={state === 'overdue' ? 's4' : undefined}>{questionState(t, request, state)}</p>
      <FactList facts={facts} />
      <div className="words">
        <p className="said" lang={request.language}>
          {request.allegation}
        </p>
        <p className="by">{t('answers.told_party')}</p>
      </div>
      {answer === null ? null : (
        <div className="words">
          <p>
            <b>{t(`answers.stance_${answer.stance}`)}</b>
          </p>
          {answer.words === '' ? null : (
            <p className="said" lang={answer.locale}>
              {answer.words}
            </p>
          )}
          {offered === null ? null : <p>{t('answers.offer_line', { offer: offered.filter(Boolean).join(' · ') })}</p>}
          <p className="by">{t('answers.not_shown_to_worker')}</p>
        </div>
      )}
      <p className="row noprint">
        {offer === null ? null : (
          <a className="btn" href={`${address}/remedies/new?answer=${request.id}`}>
            {t('answers.offer_to_worker')}
          </a>
        )}
        {state === 'open' || state === 'overdue' ? (
          <a href={`${address}/responses/${request.id}/withdraw`}>{t('answers.withdraw_link')}</a>
        ) : null}
      </p>
    </article>
  )
}
