import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { EmergencyFacts } from '@/components/case/emergency-facts'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { Note } from '@/components/ui/note'
import { listEmergencies } from '@/lib/data/break-glass'
import { findCaseSeal } from '@/lib/data/case-keys'
import { HELD_BACK_DAYS, type Emergency } from '@/lib/domain/break-glass'
import type { FieldValues } from '@/lib/http/form-fields'
import { formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { openAct } from '../case-acts'
import { heldValues } from '../held-form'
import { answerEmergencyAction, holdEmergencyBackAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/emergencies'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.emergencies_title', { number }) }
}

const NO_VALUES: FieldValues = {}
const DAYS = [3, 7, 14, HELD_BACK_DAYS]

/** When other offices read the case in an emergency, and what its own office says to it. */
export default async function EmergenciesPage({ params, searchParams }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const { head, last, more } = await openAct('case.read', { locale, number, act: 'emergencies' }, async (on, { id }) =>
    listEmergencies(on, id, await findCaseSeal(on, id), now()),
  )
  const { done } = await searchParams
  const held = await heldValues({ name: 'emergencies', number })
  // Of what is settled the worker has read already.
  const tellable = more.filter(
    ({ isOpen, judgement, heldBackUntil }) => heldBackUntil === null && (isOpen || judgement === null),
  )
  const t = translatorFor(locale)
  const refusals = { refused: 'cases.emergency_refused' } as const
  return (
    <ActFrame t={t} head={head} last={last} heading={t('cases.emergencies_heading')}>
      {done === undefined ? null : (
        <Note tone="ok" announced>
          {t('cases.emergency_saved')}
        </Note>
      )}
      {more.length === 0 ? <p>{t('cases.emergencies_none')}</p> : null}
      {more.map((one) => (
        <section className="block rule" key={one.id}>
          <EmergencyFacts t={t} emergency={one} />
          {actsOn(one).length === 0 ? null : (
            <ActionForm
              locale={locale}
              action={answerEmergencyAction.bind(null, { locale, number, id: one.id })}
              refusals={refusals}
            >
              <div className="acts">
                {actsOn(one).map((what) => (
                  <SubmitButton key={what} look="alt" name="what" value={what}>
                    {t(`cases.emergency_act_${what}`)}
                  </SubmitButton>
                ))}
              </div>
            </ActionForm>
          )}
        </section>
      ))}
      {tellable.length === 0 ? null : (
        <details open={held !== null} className="noprint">
          <summary>{t('cases.emergency_hold')}</summary>
          <ActionForm
            locale={locale}
            action={holdEmergencyBackAction.bind(null, { locale, number })}
            values={held ?? NO_VALUES}
            refusals={refusals}
            className="stack narrow noprint"
          >
            <p>{t('cases.emergency_hold_lead')}</p>
            {tellable.length === 1 ? (
              <input type="hidden" name="openingId" value={tellable[0]?.id} />
            ) : (
              <SelectField
                name="openingId"
                label={t('cases.emergency_hold_which')}
                options={tellable.map(optionOf(t))}
              />
            )}
            <TextAreaField name="words" label={t('cases.emergency_hold_words')} rows={3} />
            <SelectField
              name="days"
              label={t('cases.emergency_hold_days')}
              options={DAYS.map((count) => ({
                value: String(count),
                text: t('cases.emergency_hold_count', { count }),
              }))}
              width="m"
            />
            <div className="acts">
              <SubmitButton>{t('cases.emergency_hold_button')}</SubmitButton>
            </div>
          </ActionForm>
        </details>
      )}
    </ActFrame>
  )
}

/** What the office can still say to an opening. */
function actsOn({ isOpen, isSeen, judgement, heldBackUntil }: Emergency) {
  return [
    ...(isOpen && !isSeen ? (['seen'] as const) : []),
    ...(isOpen ? (['ended'] as const) : []),
    ...(!isOpen && judgement === null ? (['justified', 'not_justified'] as const) : []),
    ...(heldBackUntil === null ? [] : (['told'] as const)),
  ]
}

const optionOf =
  (t: Translator) =>
  ({ id, office, openedAt }: Emergency) => ({ value: id, text: `${office}, ${formatInstant(openedAt, t.locale)}` })
