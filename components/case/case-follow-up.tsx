import { Pictogram } from '@/components/ui/pictogram'
import type { ArrivalAnswer } from '@/lib/domain/arrival'
import type { CaseCorrection } from '@/lib/domain/corrections'
import type { OfficerRequest } from '@/lib/domain/officer-change'
import type { Satisfaction } from '@/lib/domain/satisfaction'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, money } from './words'

/** What the worker did on the own page, as far as this reader may see it. */
export type FollowUp = {
  readonly officerAskedAt: Date | null
  readonly officerRequests: readonly OfficerRequest[]
  readonly arrivals: readonly ArrivalAnswer[]
  readonly surveys: readonly (Satisfaction & { readonly answeredAt: Date })[]
}

/** What the worker says is wrong, the open ones first. */
export function CaseCorrections({
  t,
  corrections,
  address,
}: {
  t: Translator
  corrections: readonly CaseCorrection[]
  address: string
}) {
  if (corrections.length === 0) return null
  const isOpen = ({ state }: CaseCorrection) => state === 'proposed'
  return (
    <section className="block" id="corrections">
      <h2>{t('cases.corrections_heading')}</h2>
      <ul className="todo">
        {[...corrections.filter(isOpen), ...corrections.filter((one) => !isOpen(one))].map((correction) => (
          <li key={correction.id}>
            <Pictogram name={isOpen(correction) ? 'edit' : 'check'} size="text" />
            <span>
              {t(`codes.correction_field.${correction.field}`)}
              <small>{beforeWords(t, correction)}</small>
              <small>
                → <b lang={isCoded(correction) ? undefined : correction.language}>{afterWords(t, correction)}</b>
              </small>
              <small>{stateWords(t, correction)}</small>
              {isOpen(correction) ? (
                <a className="noprint" href={`${address}/corrections/${correction.id}`}>
                  {t('cases.correction_look')}
                </a>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was written down when the worker said that it is wrong. */
export function beforeWords(t: Translator, correction: CaseCorrection): string {
  const { field, before } = correction
  if (before === null) return t('cases.unsaid')
  return isCoded(correction) ? codeWord(t, field, before) : before
}

/** What the worker says is right. */
export function afterWords(t: Translator, correction: CaseCorrection): string {
  return isCoded(correction) ? codeWord(t, correction.field, correction.after) : correction.after
}

/** That the worker wants another officer; the reason only for whom the database shows it. */
export function OfficerWanted({ t, followUp, address }: { t: Translator; followUp: FollowUp; address: string }) {
  const { officerAskedAt, officerRequests } = followUp
  if (officerAskedAt === null && officerRequests.length === 0) return null
  const mayAnswer = officerRequests.some(({ answeredAt }) => answeredAt === null)
  return (
    <section className="block" id="officer">
      <h2>{t('cases.officer_heading')}</h2>
      {officerAskedAt === null ? null : (
        <p>{t('cases.officer_since', { day: formatDayOf(officerAskedAt, t.locale) })}</p>
      )}
      {mayAnswer ? (
        <p className="noprint">
          <a href={`${address}/officer`}>{t('cases.correction_look')}</a>
        </p>
      ) : officerAskedAt === null ? null : (
        <p className="mute">{t('cases.officer_for_supervisor')}</p>
      )}
      <ul className="todo">
        {officerRequests.flatMap(({ id, outcome, answeredAt }) =>
          answeredAt === null
            ? []
            : [
                <li key={id}>
                  <Pictogram name="person" size="text" />
                  <span>
                    {t(outcome === 'changed' ? 'cases.officer_answered_changed' : 'cases.officer_answered_none', {
                      day: formatDayOf(answeredAt, t.locale),
                    })}
                  </span>
                </li>,
              ],
        )}
      </ul>
    </section>
  )
}

/** What arrived, and how it was, as the worker says. */
export function CaseRatings({ t, followUp }: { t: Translator; followUp: FollowUp }) {
  const { arrivals, surveys } = followUp
  return (
    <>
      {arrivals.length === 0 ? null : (
        <section className="block">
          <h2>{t('cases.arrivals_heading')}</h2>
          <ul className="todo">
            {arrivals.map((answer) => (
              <li key={answer.id}>
                <Pictogram name="coins" size="text" />
                <span>
                  {[codeWord(t, 'arrived', answer.arrived), money(t, answer.amountMinor, answer.currency)]
                    .filter(Boolean)
                    .join(', ')}
                  <small>{formatDayOf(answer.answeredAt, t.locale)}</small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {surveys.length === 0 ? null : (
        <section className="block">
          <h2>{t('cases.ratings_heading')}</h2>
          <ul className="todo">
            {surveys.map((survey) => (
              <li key={survey.answeredAt.toISOString()}>
                <Pictogram name={survey.paidToComplain === true ? 'alert' : 'list'} size="text" />
                <span>
                  {ratingWords(t, survey).join(', ')}
                  {survey.paidToComplain === true ? <b className="s4">{t('cases.rating_paid')}</b> : null}
                  <small>{formatDayOf(survey.answeredAt, t.locale)}</small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function ratingWords(t: Translator, { score, wouldReturn }: Satisfaction): string[] {
  return [
    score === null ? null : t('cases.rating_score', { score }),
    wouldReturn === null ? null : t(wouldReturn ? 'cases.rating_return_yes' : 'cases.rating_return_no'),
  ].filter((part) => part !== null)
}

function stateWords(t: Translator, { state, decidedAt }: CaseCorrection): string {
  if (state === 'proposed' || decidedAt === null) return t('cases.correction_open')
  const day = formatDayOf(decidedAt, t.locale)
  return t(state === 'accepted' ? 'cases.correction_accepted' : 'cases.correction_declined', { day })
}

function isCoded({ field }: CaseCorrection): boolean {
  return field === 'origin' || field === 'scheme'
}
