import type { Metadata } from 'next'
import { FileField } from '@/components/form/file-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { PreviewForm } from '@/components/settings/preview-form'
import { STEP_FIELD, STEPS } from '@/components/settings/preview-state'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { RATE_COLUMNS } from '@/lib/domain/money/rate-file'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { heldValues } from '../../../cases/[number]/held-form'
import { importRatesAction } from './actions'

type Props = PageProps<'/[locale]/settings/exchange-rates/import'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.rates_import_title') }
}

export default async function ImportRatesPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const rates = `/${locale}/settings/exchange-rates`
  await requireGrant('exchange_rate.manage', { locale, returnTo: `${rates}/import` })
  const held = await heldValues({ name: 'rates', number: 'new' })
  const t = translatorFor(locale)
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/settings`, name: t('settings.title') },
          { href: rates, name: t('settings.rates_title') },
        ]}
        here={t('settings.rates_import_title')}
      />
      <PageTitle title={t('settings.rates_import_heading')} about={t('settings.rates_import_about')} />
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <PreviewForm locale={locale} action={importRatesAction.bind(null, locale)} values={held ?? {}}>
        <p>{t('settings.rates_import_columns', { columns: RATE_COLUMNS.join(',') })}</p>
        <FileField
          name="file"
          label={t('settings.rates_file')}
          hint={t('settings.rates_file_hint')}
          accept=".csv,text/csv,text/plain"
        />
        <TextAreaField
          name="text"
          label={t('settings.rates_text')}
          hint={t('settings.rates_text_hint')}
          rows={8}
          lang="en"
        />
        <p className="acts">
          <SubmitButton name={STEP_FIELD} value={STEPS.check}>
            {t('settings.rates_check')}
          </SubmitButton>
        </p>
      </PreviewForm>
      <p>
        <a href={rates}>{t('settings.rates_back')}</a>
      </p>
    </>
  )
}
