import type { Metadata } from 'next'
import { PartySearch } from '@/components/parties/party-search'
import { PartyTable } from '@/components/parties/party-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { roleMay } from '@/lib/access/policy'
import { countParties } from '@/lib/data/parties'
import { within } from '@/lib/data/within'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { searchPartiesWithin } from '@/lib/usecases/parties/search-parties'

type Props = PageProps<'/[locale]/parties'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('parties.title') }
}

/** The register of organisations, found by any spelling of a name. */
export default async function PartiesPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/parties`
  const grant = await requireGrant('party.read', { locale, returnTo: here })
  const { q } = await searchParams
  const typed = typeof q === 'string' ? q.normalize('NFC').slice(0, 200) : ''
  const { parties, all } = await within(grant, async (on) => ({
    parties: await searchPartiesWithin(on, typed),
    all: typed.trim() === '' ? await countParties(on) : 0,
  }))
  const t = translatorFor(locale)
  const { role } = grant.actor
  const isSearch = typed.trim() !== ''
  const caption = isSearch
    ? t('parties.found', { count: parties.length })
    : t('parties.latest', { count: parties.length, all })
  return (
    <>
      <PageTitle
        title={t('parties.title')}
        about={t('parties.about')}
        acts={
          <>
            {roleMay(role, 'party.write') ? (
              <LinkButton href={`${here}/new`}>{t('parties.new_link')}</LinkButton>
            ) : null}
            {roleMay(role, 'party.import') ? (
              <LinkButton href={`${here}/import`} look="alt">
                {t('parties.import_link')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <PartySearch
        action={here}
        label={t('parties.search_label')}
        hint={t('parties.search_hint')}
        button={t('parties.search_button')}
        typed={typed}
      />
      <div aria-live="polite">
        {parties.length > 0 ? (
          <PartyTable t={t} parties={parties} caption={caption} />
        ) : (
          <EmptyState title={isSearch ? t('parties.found', { count: 0 }) : t('parties.none_yet')}>
            {isSearch ? t('parties.none_found_help') : null}
          </EmptyState>
        )}
      </div>
    </>
  )
}
