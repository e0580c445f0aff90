import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { OwnFields } from '@/components/track/own-fields'
import { LinkButton } from '@/components/ui/link-button'
import { requireWorkerGrant } from '@/lib/access/door'
import { CONSENT_DEFAULT_DAYS, consentExpiry, isAgreed, PLAIN_CONSENT_KINDS } from '@/lib/domain/consents'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { giveConsentAction } from './actions'

type Props = PageProps<'/[locale]/track/case/consents/yes/[kind]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Says what a yes means, before it is given. */
export default async function YesPage({ params }: Props) {
  const { locale, kind: asked } = await params
  const t = pageWordsFor(toLocale(locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const { own, consents } = reading
  const { isByProxy, receivedAt } = own
  const list = `/${t.locale}/track/case/consents`
  const kind = PLAIN_CONSENT_KINDS.find((one) => one === asked)
  // Said in another tab, or an old address: the list says how it stands.
  if (kind === undefined || isAgreed(kind, { isByProxy, receivedAt, consents }, now())) redirect(list)
  const lasts = consentExpiry(kind, now()) === null
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <p className="mute">{t('track.yes_heading')}</p>
          <h1>{t(`codes.consent_kind.${kind}`)}</h1>
        </div>
        <p>{lasts ? t('track.yes_lasting') : t('track.yes_days', { count: CONSENT_DEFAULT_DAYS })}</p>
        <p className="mute">{t('track.yes_free')}</p>
        <ActionForm
          locale={t.locale}
          action={giveConsentAction.bind(null, t.locale)}
          refusals={{ case_gone: 'errors.not_found' }}
        >
          <OwnFields requestId={newId()} caseId={own.id} />
          <input type="hidden" name="kind" value={kind} />
          <div className="acts">
            <SubmitButton>{t('track.yes_button')}</SubmitButton>
            <LinkButton look="bare" href={list}>
              {t('common.cancel')}
            </LinkButton>
          </div>
        </ActionForm>
      </main>
    </div>
  )
}
