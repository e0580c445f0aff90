import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { CallLink } from '@/components/fees/call-link'
import { CheckView } from '@/components/fees/check-view'
import { spokenProblems } from '@/components/fees/check-words'
import { NotCarriedNotes } from '@/components/fees/not-carried'
import { ShareLink } from '@/components/fees/share-link'
import { ShareTools } from '@/components/fees/share-tools'
import { checkGrant } from '@/lib/access/door'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { notCarried } from '@/lib/domain/fees/check/report-answers'
import { noAnswers } from '@/lib/domain/report/answers'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { checkAddress } from '@/lib/schemas/fees/check-address'
import { readCheck } from '@/lib/schemas/fees/check-query'
import { readCheckBasis } from '@/lib/usecases/check-fees'
import { tellAction } from './actions'
import { carryOptions } from './carry-options'

type FeesProps = PageProps<'/[locale]/fees'>

export async function generateMetadata({ params, searchParams }: FeesProps): Promise<Metadata> {
  const t = pageWordsFor(toLocale((await params).locale))
  const problems = spokenProblems(t, readCheck(await searchParams, dayInJapan(now())))
  const count = problems === null ? 0 : Object.keys(problems.errors).length
  return { title: count === 0 ? t('fees.title') : `${t('fees.title')}, ${t('common.errors_in_title', { count })}` }
}

/** Whether a payment is allowed. Public; the question is the address, and nothing of it is kept. */
export default async function FeesPage({ params, searchParams }: FeesProps) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  const { today, ...basis } = await readCheckBasis(checkGrant())
  const reading = readCheck(await searchParams, today)
  const address = checkAddress(reading.query)
  return (
    <CheckView
      t={t}
      reading={reading}
      basis={basis}
      today={today}
      notice={null}
      tell={
        <ActionForm locale={locale} action={tellAction.bind(null, { locale, address, isAdding: false })}>
          <NotCarriedNotes t={t} parts={notCarried(noAnswers(), reading.query, carryOptions(today))} />
          <div className="acts">
            <SubmitButton>{t('fees.tell')}</SubmitButton>
            <CallLink t={t} />
          </div>
        </ActionForm>
      }
      share={
        <ShareLink t={t} address={address}>
          <ShareTools
            address={`/${locale}/fees?${address}`}
            title={t('fees.form_heading')}
            words={{
              send: t('fees.share_send'),
              copy: t('fees.share_copy'),
              copied: t('fees.share_copied'),
              print: t('common.print'),
            }}
          />
        </ShareLink>
      }
    />
  )
}
