import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { Note } from '@/components/ui/note'
import { listHolds } from '@/lib/data/case-holds'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findStaffNames } from '@/lib/data/staff'
import { HOLD_REASONS, isHeld } from '@/lib/domain/retention/holds'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { openAct } from '../case-acts'
import { heldValues } from '../held-form'
import { holdCaseAction, liftHoldAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/hold'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.hold_title', { number }) }
}

/** The holds on a case: what stands in the way of its erasure, why and until when, and a new one. */
export default async function HoldPage({ params, searchParams }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const { head, last, more } = await openAct('case.hold', { locale, number, act: 'hold' }, async (on, found) => {
    const caseSeal = await findCaseSeal(on, found.id)
    const holds = caseSeal ? await listHolds(on, caseSeal) : []
    const nameOf = await findStaffNames(
      on,
      holds.map(({ setById }) => setById),
    )
    return holds.map((hold) => ({ ...hold, by: nameOf(hold.setById)?.displayName ?? null }))
  })
  const t = translatorFor(locale)
  const at = now()
  const { done } = await searchParams
  const isHeldNow = more.some((hold) => isHeld(hold, at))
  return (
    <ActFrame t={t} head={head} last={last} heading={t(isHeldNow ? 'cases.hold_heading' : 'cases.hold_question')}>
      {done === 'held' || done === 'lifted' ? (
        <Note tone="ok" announced>
          {t(`cases.hold_done_${done}`)}
        </Note>
      ) : null}
      <p>{t('cases.hold_lead')}</p>
      {more.length === 0 ? null : (
        <ul className="stack">
          {more.map((hold) => (
            <li key={hold.id}>
              <b>{t(`cases.hold_reason_${hold.reason}`)}</b>
              <p className="said">{hold.words}</p>
              <p className="by">
                {hold.by ?? t('cases.unsaid')} · {formatDayOf(hold.setAt, locale)}
              </p>
              {isHeld(hold, at) ? (
                <form action={liftHoldAction.bind(null, locale, number, hold.id)} className="acts">
                  <span>
                    {t('cases.hold_until', { day: formatDayOf(new Date(hold.endsAt.getTime() - 1), locale) })}
                  </span>
                  <button
                    className="btn bare"
                    aria-label={`${t('cases.hold_lift')}: ${t(`cases.hold_reason_${hold.reason}`)}`}
                  >
                    {t('cases.hold_lift')}
                  </button>
                </form>
              ) : (
                <p className="mute">
                  {t('cases.hold_over', { day: formatDayOf(hold.liftedAt ?? hold.endsAt, locale) })}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <h2>{t('cases.hold_new')}</h2>
      <ActionForm
        locale={locale}
        action={holdCaseAction.bind(null, locale, number)}
        values={(await heldValues({ name: 'hold', number })) ?? {}}
        refusals={{ case_gone: 'errors.not_found' }}
        className="stack narrow"
      >
        <input type="hidden" name="requestId" value={newId()} />
        <SelectField
          name="reason"
          label={t('cases.hold_reason')}
          options={HOLD_REASONS.map((value) => ({ value, text: t(`cases.hold_reason_${value}`) }))}
        />
        <TextField name="endsOn" type="date" label={t('cases.hold_ends')} hint={t('cases.hold_ends_hint')} width="m" />
        <TextAreaField name="words" rows={3} label={t('cases.hold_words')} hint={t('cases.hold_words_hint')} />
        <div className="acts">
          <SubmitButton look="alt">{t('cases.hold_button')}</SubmitButton>
        </div>
      </ActionForm>
    </ActFrame>
  )
}
