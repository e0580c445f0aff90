import { partyWord, type NamedParty } from '@/components/remedies/remedy-words'
import { Pictogram } from '@/components/ui/pictogram'
import { requestState, type RequestState } from '@/lib/domain/answers/request'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** A question to a party, as much of it as a list needs. */
export type ShownQuestion = {
  readonly id: string
  readonly casePartyId: string
  readonly lane: string
  readonly createdAt: Date
  readonly dueAt: Date
  readonly withdrawnAt: Date | null
  readonly answeredAt: Date | null
}

/** What parties were asked and whether they answered, and the way to all of it. */
export function CaseResponses({
  t,
  requests,
  parties,
  at,
  address,
}: {
  t: Translator
  requests: readonly ShownQuestion[]
  parties: readonly NamedParty[]
  at: Date
  /** Of the case. */
  address: string
}) {
  return (
    <section className="block" id="responses">
      <h2>{t('answers.title')}</h2>
      {requests.length === 0 ? <p className="mute">{t('answers.empty')}</p> : null}
      <ul className="todo">
        {requests.map((request) => {
          const state = requestState(request, at)
          return (
            <li key={request.id} className={state === 'answered' ? 'yes' : undefined}>
              <Pictogram name={state === 'overdue' ? 'clock' : 'info'} size="text" />
              <span>
                {partyWord(t, parties, request.casePartyId) ?? t('cases.unsaid')}
                <small className={state === 'overdue' ? 's4' : undefined}>{questionState(t, request, state)}</small>
                {request.lane === 'quick_action' ? <small>{t('answers.lane_quick_action')}</small> : null}
              </span>
            </li>
          )
        })}
      </ul>
      <p className="row noprint">
        <a href={`${address}/responses`}>{t('answers.case_link')}</a>
        <a href={`${address}/responses/new`}>{t('answers.new_link')}</a>
      </p>
    </section>
  )
}

/** Where a question stands, with its day. */
export function questionState(t: Translator, request: ShownQuestion, state: RequestState): string {
  const day = {
    withdrawn: request.withdrawnAt,
    answered: request.answeredAt,
    answered_late: request.answeredAt,
    overdue: request.dueAt,
    open: request.dueAt,
  }[state]
  return t(`answers.state_${state}`, { day: formatDayOf(day ?? request.dueAt, t.locale) })
}
