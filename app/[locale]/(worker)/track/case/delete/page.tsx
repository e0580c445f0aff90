import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { OwnFields } from '@/components/track/own-fields'
import { OwnPage } from '@/components/track/page-frame'
import { PressureQuestion } from '@/components/track/pressure-question'
import { bodyName } from '@/components/track/who-knows'
import { OwnHoldNote } from '@/components/privacy/hold-note'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { requireWorkerGrant } from '@/lib/access/door'
import { eraseDayAfter } from '@/lib/domain/erasing'
import { heldUntil } from '@/lib/domain/retention/holds'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { deleteCaseAction } from './actions'

type Props = PageProps<'/[locale]/track/case/delete'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Says what is deleted, when, what stays and who still has it, before it is done. */
export default async function DeletePage({ params }: Props) {
  const t = pageWordsFor(toLocale((await params).locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const { own, referrals, holds } = reading
  const day = (at: Date) => formatDayOf(at, t.locale)
  const at = now()
  const eraseOn = eraseDayAfter(at, referrals, heldUntil(holds, at))
  const holding = referrals.filter(({ answeredAt }) => answeredAt === null)
  return (
    <OwnPage t={t} heading={t('track.delete_heading')} lead={t('track.delete_lead', { day: day(eraseOn) })}>
      {holding.map(({ bodyCode, sentAt }) => (
        <Note key={`${bodyCode} ${sentAt.toISOString()}`}>
          {t('track.delete_locked', { body: bodyName(t, bodyCode), day: day(sentAt), until: day(eraseOn) })}
        </Note>
      ))}
      <OwnHoldNote t={t} holds={holds} at={at} />
      <p>{t('track.delete_stays')}</p>
      <p>{t('track.delete_pressed')}</p>
      <ActionForm
        locale={t.locale}
        action={deleteCaseAction.bind(null, t.locale)}
        refusals={{ case_gone: 'errors.not_found' }}
      >
        <OwnFields requestId={newId()} caseId={own.id} />
        <PressureQuestion t={t} />
        <div className="acts">
          <SubmitButton>{t('track.delete_button')}</SubmitButton>
          <LinkButton look="bare" href={`/${t.locale}/track/case`}>
            {t('common.cancel')}
          </LinkButton>
        </div>
      </ActionForm>
    </OwnPage>
  )
}
