import type { Metadata } from 'next'
import { SubmitButton } from '@/components/form/submit-button'
import { PartyFields } from '@/components/parties/party-fields'
import { PreviewForm } from '@/components/settings/preview-form'
import { STEP_FIELD, STEPS } from '@/components/settings/preview-state'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../../cases/[number]/held-form'
import { createPartyAction } from '../actions'

type Props = PageProps<'/[locale]/parties/new'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('parties.new_title') }
}

export default async function NewPartyPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const parties = `/${locale}/parties`
  await requireGrant('party.write', { locale, returnTo: `${parties}/new` })
  const t = translatorFor(locale)
  return (
    <>
      <Breadcrumbs trail={[{ href: parties, name: t('parties.title') }]} here={t('parties.new_title')} />
      <PageTitle title={t('parties.new_title')} about={t('parties.case_create_warning')} />
      <PreviewForm
        locale={locale}
        action={createPartyAction.bind(null, locale)}
        values={(await heldValues({ name: 'new-party', number: '' })) ?? {}}
      >
        <input type="hidden" name="requestId" value={newId()} />
        <PartyFields t={t} />
        <p className="acts">
          <SubmitButton name={STEP_FIELD} value={STEPS.check}>
            {t('parties.check_save')}
          </SubmitButton>
        </p>
      </PreviewForm>
      <p>
        <a href={parties}>{t('parties.back_to_parties')}</a>
      </p>
    </>
  )
}
