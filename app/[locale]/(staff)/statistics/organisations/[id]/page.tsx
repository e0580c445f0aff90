import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { countryWord, licenceWords, roleWords } from '@/components/parties/words'
import { OrganisationFigures } from '@/components/statistics/organisations/figure-table'
import {
  AskOrganisationFields,
  DecideOrganisationFields,
  RELEASE_REFUSALS,
  ReplyFields,
} from '@/components/statistics/organisations/release-forms'
import { ReleaseHistory } from '@/components/statistics/organisations/release-history'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { roleMay } from '@/lib/access/policy'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { isId, newId } from '@/lib/platform/ids'
import { readReportedOrganisation } from '@/lib/usecases/statistics/organisation-releases'
import { heldValues } from '../../../cases/[number]/held-form'
import { askOrganisationAction, decideOrganisationAction, keepReplyAction } from './actions'

type Props = PageProps<'/[locale]/statistics/organisations/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('statistics.organisations_title') }
}

/** One organisation: the numbers that are or would be shown, what was asked and decided, and its reply. */
export default async function OrganisationPage({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const all = `/${locale}/statistics/organisations`
  const grant = await requireGrant('organisation.ask', { locale, returnTo: `${all}/${id}` })
  const found = isId(id) ? await readReportedOrganisation(grant, id) : null
  if (!found) notHere(locale)
  const t = translatorFor(locale)
  const { party, releases, numbers } = found
  const open = releases.find(({ state }) => state === 'asked' || state === 'approved')
  const mayDecide = roleMay(grant.actor.role, 'organisation.release')
  const reply = open?.reply ?? null
  const [asked, decided, replied] = await Promise.all([
    heldValues({ name: 'organisation-ask', number: id }),
    heldValues({ name: 'organisation-decision', number: id }),
    heldValues({ name: 'organisation-reply', number: id }),
  ])
  return (
    <>
      {(await searchParams)['done'] === undefined ? null : (
        <Note tone="ok" announced>
          {t('statistics.organisation_done')}
        </Note>
      )}
      <Breadcrumbs trail={[{ href: all, name: t('statistics.organisations_title') }]} here={party.name} />
      <PageTitle
        title={party.name}
        about={[
          roleWords(t, party.roles),
          countryWord(t, party.country),
          ...party.licences.map((licence) => licenceWords(t, licence)),
        ]
          .filter((text) => text !== '')
          .join(' · ')}
      />
      <p>{t(`statistics.organisation_state_${open?.state ?? releases[0]?.state ?? 'none'}`)}</p>
      <h2>{t('statistics.organisation_numbers')}</h2>
      {numbers === null ? (
        <p>{t('statistics.organisation_numbers_none')}</p>
      ) : (
        <OrganisationFigures t={t} numbers={numbers} />
      )}
      {open === undefined ? (
        <>
          <h2>{t('statistics.organisation_ask')}</h2>
          <ActionForm
            locale={locale}
            action={askOrganisationAction.bind(null, locale, id)}
            values={asked ?? {}}
            refusals={RELEASE_REFUSALS}
            className="stack narrow"
          >
            <input type="hidden" name="requestId" value={newId()} />
            <AskOrganisationFields t={t} />
          </ActionForm>
        </>
      ) : null}
      {open !== undefined && mayDecide ? (
        <>
          <h2>{t('statistics.organisation_decide')}</h2>
          <ActionForm
            locale={locale}
            action={decideOrganisationAction.bind(null, locale, id, open.id)}
            values={decided ?? {}}
            refusals={RELEASE_REFUSALS}
            className="stack narrow"
          >
            <input type="hidden" name="version" value={open.version} />
            <DecideOrganisationFields t={t} state={open.state} />
          </ActionForm>
          <h2>{t('statistics.organisation_reply')}</h2>
          <ActionForm
            locale={locale}
            action={keepReplyAction.bind(null, locale, id, open.id)}
            values={{
              text: reply?.text ?? '',
              language: reply?.language ?? 'en',
              repliedOn: reply?.repliedOn ?? '',
              en: reply?.translations['en'] ?? '',
              ja: reply?.translations['ja'] ?? '',
              ...replied,
            }}
            refusals={RELEASE_REFUSALS}
            className="stack narrow"
          >
            <input type="hidden" name="version" value={open.version} />
            <ReplyFields t={t} />
          </ActionForm>
        </>
      ) : null}
      <ReleaseHistory t={t} releases={releases} />
    </>
  )
}
