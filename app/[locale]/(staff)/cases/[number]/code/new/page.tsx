import { redirect } from 'next/navigation'
import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Ticket, TicketPart } from '@/components/ui/ticket'
import { requireGrant } from '@/lib/access/door'
import { formatSecretCode } from '@/lib/domain/secret-code'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { heldValues } from '../../held-form'
import { handedOverAction } from '../actions'
import { NEW_CODE } from './shown-once'

type Props = PageProps<'/[locale]/cases/[number]/code/new'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.code_title', { number }) }
}

/** The new code, for who made it, to print or to read aloud; gone once it is handed over, or after a quarter of an hour. */
export default async function NewCodePage({ params }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/code`
  await requireGrant('case.replace_code', { locale, returnTo: address })
  const shown = await heldValues({ name: NEW_CODE, number })
  const { code, until } = shown ?? {}
  if (typeof code !== 'string' || typeof until !== 'string' || new Date(until) <= now()) redirect(address)
  const t = translatorFor(locale)
  return (
    <>
      <div className="block">
        <h1>{t('cases.code_new_heading')}</h1>
        <p className="noprint">{t('cases.code_new_lead')}</p>
      </div>
      <Ticket>
        <TicketPart title={t('report.receipt_number')} code={number} hint={t('report.receipt_number_hint')} />
        <TicketPart
          title={t('report.receipt_code')}
          code={formatSecretCode(code).split(' ')}
          hint={t('report.receipt_code_hint')}
        />
      </Ticket>
      <div className="noprint">
        <ActionForm locale={locale} action={handedOverAction.bind(null, locale, number)}>
          <div className="acts">
            <SubmitButton>{t('cases.code_handed')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </>
  )
}
