import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { QuestionHead } from '@/components/report/question-head'
import { LinkButton } from '@/components/ui/link-button'
import { currentKiosk } from '@/lib/access/kiosk'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { nextWorkerAction } from '../actions'
import { kioskFiling } from '../kiosk-filing'

type Props = PageProps<'/[locale]/kiosk/done'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('report.receipt_title') }
}

/** The device goes back: to the next worker, or to the officer, who signs in again. */
export default async function DonePage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  await kioskFiling.enter(locale)
  const own = (await currentKiosk())?.locale ?? 'en'
  return (
    <kioskFiling.Frame aside={null}>
      <QuestionHead question={t('report.kiosk_done')} lead={t('report.kiosk_done_lead')} />
      <div className="acts">
        <ActionForm locale={locale} action={nextWorkerAction.bind(null, { locale })}>
          <SubmitButton look="alt">{t('report.kiosk_another')}</SubmitButton>
        </ActionForm>
        <LinkButton href={`/${own}/sign-in?next=${encodeURIComponent(`/${own}/cases`)}`} look="bare">
          {t('report.kiosk_staff')}
        </LinkButton>
      </div>
    </kioskFiling.Frame>
  )
}
