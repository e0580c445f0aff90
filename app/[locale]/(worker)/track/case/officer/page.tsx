import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { OwnFields } from '@/components/track/own-fields'
import { OwnPage } from '@/components/track/page-frame'
import { Note } from '@/components/ui/note'
import { requireWorkerGrant } from '@/lib/access/door'
import { OFFICER_CHANGE_DAYS, OFFICER_PREFERENCES } from '@/lib/domain/officer-change'
import { isOpen } from '@/lib/domain/workflow/states'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { askOfficerAction } from './actions'

type Props = PageProps<'/[locale]/track/case/officer'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Asks for another officer; the reason is for a supervisor. */
export default async function OfficerPage({ params }: Props) {
  const t = pageWordsFor(toLocale((await params).locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const { own, officerRequests } = reading
  if (!isOpen(own.state)) redirect(`/${t.locale}/track/case`)
  const waiting = officerRequests.find(({ answeredAt }) => answeredAt === null)
  const answeredBy = new Date(now().getTime() + OFFICER_CHANGE_DAYS * 86_400_000)
  return (
    <OwnPage
      t={t}
      heading={t('track.officer_heading')}
      lead={t('track.officer_lead', { day: formatDayOf(answeredBy, t.locale) })}
    >
      {waiting === undefined ? (
        <ActionForm
          locale={t.locale}
          action={askOfficerAction.bind(null, t.locale)}
          values={{ preference: 'any' }}
          refusals={{ case_gone: 'errors.not_found', case_closed: 'track.officer_ended' }}
        >
          <OwnFields requestId={newId()} caseId={own.id} />
          <ChoiceGroup
            name="preference"
            kind="radio"
            slim
            legend={t('track.officer_preference')}
            sections={[
              {
                choices: OFFICER_PREFERENCES.map((code) => ({
                  value: code,
                  text: t(`codes.officer_preference.${code}`),
                })),
              },
            ]}
          />
          <TextAreaField
            name="reason"
            rows={3}
            label={t('track.officer_reason')}
            hint={t('track.officer_reason_hint')}
          />
          <div className="acts">
            <SubmitButton>{t('track.officer_button')}</SubmitButton>
          </div>
        </ActionForm>
      ) : (
        <Note>{t('track.officer_waits', { day: formatDayOf(waiting.requestedAt, t.locale) })}</Note>
      )}
    </OwnPage>
  )
}
