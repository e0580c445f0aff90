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
import { HELD_BACK_DAYS } from '@/lib/domain/break-glass'
import type { FieldValues } from '@/lib/http/form-fields'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
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
  const held = new Map<string, FieldValues>()
  for (const { id } of more) held.set(id, (await heldValues({ name: `emergency:${id}`, number })) ?? NO_VALUES)
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
      {more.map((one) => {
        const place = { locale, number, id: one.id }
        const acts = one.isOpen
          ? (['seen', 'ended'] as const).filter((what) => what !== 'seen' || !one.isSeen)
          : one.judgement === null
            ? (['justified', 'not_justified'] as const)
            : []
        return (
          <section className="block rule" key={one.id}>
            <EmergencyFacts t={t} emergency={one} />
            {acts.length === 0 && one.heldBackUntil === null ? null : (
              <ActionForm locale={locale} action={answerEmergencyAction.bind(null, place)} refusals={refusals}>
                <div className="acts">
                  {[...acts, ...(one.heldBackUntil === null ? [] : (['told'] as const))].map((what) => (
                    <SubmitButton key={what} look="alt" name="what" value={what}>
                      {t(`cases.emergency_act_${what}`)}
                    </SubmitButton>
                  ))}
                </div>
              </ActionForm>
            )}
            {one.heldBackUntil !== null ? null : (
              <details open={held.get(one.id) !== NO_VALUES}>
                <summary>{t('cases.emergency_hold')}</summary>
                <ActionForm
                  locale={locale}
                  action={holdEmergencyBackAction.bind(null, place)}
                  values={held.get(one.id) ?? NO_VALUES}
                  refusals={refusals}
                  className="stack narrow"
                >
                  <p>{t('cases.emergency_hold_lead')}</p>
                  <TextAreaField name="words" label={t('cases.emergency_hold_words')} rows={3} />
                  <SelectField
                    name="days"
                    label={t('cases.emergency_hold_days')}
                    options={DAYS.map((count) => ({
                      value: String(count),
                      text: t('cases.emergency_hold_count', { count }),
                    }))}
                  />
                  <div className="acts">
                    <SubmitButton>{t('cases.emergency_hold_button')}</SubmitButton>
                  </div>
                </ActionForm>
              </details>
            )}
          </section>
        )
      })}
    </ActFrame>
  )
}
