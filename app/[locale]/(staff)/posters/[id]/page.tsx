import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { PosterSheet } from '@/components/posters/poster-sheet'
import { posterFor } from '@/components/posters/poster-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { formatDayOf } from '@/lib/i18n/format'
import { isLocale, toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { env } from '@/lib/platform/env'
import { isId } from '@/lib/platform/ids'
import { readPoster } from '@/lib/usecases/posters/read-posters'
import { retirePosterAction } from './actions'

type Props = PageProps<'/[locale]/posters/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.posters_title') }
}

/** One poster as it prints; what stands around it stays off the paper. */
export default async function PosterPage({ params }: Props) {
  const { locale: asked, id } = await params
  const locale = toLocale(asked)
  const posters = `/${locale}/posters`
  const grant = await requireGrant('poster.make', { locale, returnTo: `${posters}/${id}` })
  const found = (isId(id) ? await readPoster(grant, id) : null) ?? notHere(locale)
  const t = translatorFor(locale)
  const { poster } = found
  return (
    <>
      <div className="noprint stack">
        <Breadcrumbs trail={[{ href: posters, name: t('settings.posters_title') }]} here={poster.code} />
        <PageTitle title={`${found.office}: ${posterFor(t, poster)}`} about={t('settings.posters_print_help')} />
        {poster.retiredAt === null ? (
          <ActionForm locale={locale} action={retirePosterAction.bind(null, locale, id)}>
            <p className="hint">{t('settings.posters_retire_help')}</p>
            <p>
              <SubmitButton look="alt">{t('settings.posters_retire')}</SubmitButton>
            </p>
          </ActionForm>
        ) : (
          <Note tone="care">{t('settings.posters_retired', { day: formatDayOf(poster.retiredAt, locale) })}</Note>
        )}
      </div>
      {poster.retiredAt === null ? (
        <PosterSheet
          languages={poster.languages.filter(isLocale).map((language) => translatorFor(language))}
          address={`${env().PUBLIC_URL.replace(/\/$/u, '')}/p/${poster.code}`}
        />
      ) : null}
    </>
  )
}
