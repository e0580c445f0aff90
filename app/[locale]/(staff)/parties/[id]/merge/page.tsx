import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { MergeChoices, MergeSides } from '@/components/parties/merge-sides'
import { PartySearch } from '@/components/parties/party-search'
import { BackLink } from '@/components/ui/back-link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { findParty } from '@/lib/data/parties'
import { within } from '@/lib/data/within'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { isId, newId } from '@/lib/platform/ids'
import { findSimilarParties, searchPartiesWithin } from '@/lib/usecases/parties/search-parties'
import { heldValues } from '../../../cases/[number]/held-form'
import { mergeAction } from '../../actions'
import { openParty } from '../open-party'

type Props = PageProps<'/[locale]/parties/[id]/merge'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('parties.merge_link') }
}

/** First which party is the same, offered and searched for; then both sides next to each other, and why. */
export default async function MergePage({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const party = await openParty({ locale, id, act: 'merge' })
  const address = `/${locale}/parties/${id}`
  const grant = await requireGrant('party.read', { locale })
  const { into: chosen, q } = await searchParams
  const typed = typeof q === 'string' ? q : ''
  const { into, offered } = await within(grant, async (on) => {
    const found = typeof chosen === 'string' && isId(chosen) && chosen !== id ? await findParty(on, chosen) : null
    if (found && found.mergedIntoId === null) return { into: found, offered: [] }
    const names = party.names.map(({ name }) => name)
    const similar =
      typed.trim() === ''
        ? await findSimilarParties(on, { names, licences: party.licences }, id)
        : await searchPartiesWithin(on, typed)
    return { into: null, offered: similar.filter((one) => one.id !== id) }
  })
  const t = translatorFor(locale)
  const title = into ? t('parties.merge_confirm_title') : t('parties.merge_title', { name: party.name })
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/parties`, name: t('parties.title') },
          { href: address, name: party.name },
        ]}
        here={t('parties.merge_link')}
      />
      <PageTitle title={title} about={into ? t('parties.merge_about') : undefined} />
      {into === null ? (
        <>
          <PartySearch
            action={`${address}/merge`}
            label={t('parties.search_label')}
            hint={t('parties.search_hint')}
            button={t('parties.search_button')}
            typed={typed}
          />
          <MergeChoices t={t} offered={offered} address={address} />
        </>
      ) : (
        <>
          <MergeSides t={t} from={party} into={into} />
          <ActionForm
            locale={locale}
            action={mergeAction.bind(null, locale, id, into.id)}
            values={(await heldValues({ name: 'merge', number: id })) ?? {}}
            refusals={{ merge_not_allowed: 'parties.merge_not_allowed' }}
            className="stack narrow"
          >
            <input type="hidden" name="requestId" value={newId()} />
            <input type="hidden" name="fromVersion" value={party.version} />
            <input type="hidden" name="intoVersion" value={into.version} />
            <TextAreaField
              name="reason"
              rows={3}
              label={t('parties.merge_reason')}
              hint={t('parties.merge_reason_note')}
            />
            <p className="acts">
              <SubmitButton>{t('parties.merge_button')}</SubmitButton>
              <a className="btn alt" href={`/${locale}/parties/${into.id}/merge?into=${id}`}>
                {t('parties.merge_swap')}
              </a>
            </p>
          </ActionForm>
        </>
      )}
      <BackLink href={address}>{t('parties.back_to_party')}</BackLink>
    </>
  )
}
