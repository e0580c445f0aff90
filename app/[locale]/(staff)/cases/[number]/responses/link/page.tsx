import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { heldValues } from '../../held-form'
import { linkPutAwayAction } from '../actions'
import { NEW_LINK } from './shown-once'

type Props = PageProps<'/[locale]/cases/[number]/responses/link'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('answers.page_title', { number }) }
}

/** The link of a new question, for who made it, to copy; gone once it is put away, or after a quarter of an hour. */
export default async function NewLinkPage({ params }: Props) {
  const { locale: language, number } = await params
  const t = translatorFor(toLocale(language))
  const address = `/${t.locale}/cases/${number}/responses`
  await requireGrant('case.ask_party', { locale: t.locale, returnTo: address })
  const { path, until } = (await heldValues({ name: NEW_LINK, number })) ?? {}
  if (typeof path !== 'string' || typeof until !== 'string' || new Date(until) <= now()) redirect(address)
  return (
    <div className="block">
      <h1>{t('answers.link_heading')}</h1>
      <p>{t('answers.link_lead')}</p>
      <p>
        <label htmlFor="link">{t('answers.link_label')}</label>
        <input id="link" className="code" readOnly value={`${env().PUBLIC_URL}${path}`} />
      </p>
      <ActionForm locale={t.locale} action={linkPutAwayAction.bind(null, t.locale, number)}>
        <div className="acts">
          <SubmitButton>{t('answers.link_done')}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  )
}
