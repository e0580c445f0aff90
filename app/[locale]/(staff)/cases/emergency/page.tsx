import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { requireGrant, rescueGrant } from '@/lib/access/door'
import { EMERGENCY_MINUTES, EMERGENCY_REASONS } from '@/lib/domain/break-glass'
import { formatTimeOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readOwnEmergencies } from '@/lib/usecases/emergencies/open-emergency'
import { heldValues } from '../[number]/held-form'
import { openEmergencyAction } from './actions'

type Props = PageProps<'/[locale]/cases/emergency'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('cases.emergency_title') }
}

/** A supervisor opens a case of another office because a life is in danger; who is told of it is said before. */
export default async function EmergencyPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const address = `/${locale}/cases/emergency`
  const grant = await requireGrant('case.break_glass', { locale, returnTo: address })
  const running = await readOwnEmergencies(rescueGrant(grant))
  const held = await heldValues({ name: 'emergency', number: '' })
  const { ended } = await searchParams
  const t = translatorFor(locale)
  return (
    <>
      {ended === undefined ? null : <Note announced>{t('cases.emergency_ended')}</Note>}
      <div className="block">
        <Breadcrumbs
          trail={[{ href: `/${locale}/cases`, name: t('cases.room_cases') }]}
          here={t('cases.emergency_title')}
        />
        <h1>{t('cases.emergency_title')}</h1>
        <p className="narrow">{t('cases.emergency_lead')}</p>
      </div>
      {running.length === 0 ? null : (
        <ul>
          {running.map(({ id, endsAt }) => (
            <li key={id}>
              <a href={`${address}/${id}`}>{t('cases.emergency_running', { time: formatTimeOf(endsAt, locale) })}</a>
            </li>
          ))}
        </ul>
      )}
      <ActionForm
        locale={locale}
        action={openEmergencyAction.bind(null, locale)}
        values={held ?? { minutes: '30' }}
        refusals={{ too_often: 'cases.emergency_too_often' }}
        className="stack narrow"
      >
        <TextField
          name="number"
          label={t('cases.emergency_number')}
          hint={t('cases.emergency_number_hint')}
          lang="en"
        />
        <ChoiceGroup
          name="reason"
          kind="radio"
          slim
          legend={t('cases.emergency_reason')}
          sections={[
            { choices: EMERGENCY_REASONS.map((value) => ({ value, text: t(`cases.emergency_reason_${value}`) })) },
          ]}
        />
        <TextAreaField
          name="words"
          label={t('cases.emergency_words')}
          hint={t('cases.emergency_words_hint')}
          rows={4}
        />
        <ChoiceGroup
          name="minutes"
          kind="radio"
          slim
          legend={t('cases.emergency_minutes')}
          sections={[
            {
              choices: EMERGENCY_MINUTES.map((count) => ({
                value: String(count),
                text: t('cases.emergency_minutes_count', { count }),
              })),
            },
          ]}
        />
        <Note tone="care">{t('cases.emergency_told')}</Note>
        <div className="acts">
          <SubmitButton>{t('cases.emergency_button')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  )
}
