import type { Metadata } from 'next'
import { PartyMerges, PartyVersions } from '@/components/parties/party-history'
import { PartyLicences } from '@/components/parties/party-licences'
import { PartyAnswers, PartyCases, PartySums } from '@/components/parties/party-record'
import { countryWord, roleWords } from '@/components/parties/words'
import { wordOf } from '@/components/case/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { FactList } from '@/components/ui/facts'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { roleMay } from '@/lib/access/policy'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { isId } from '@/lib/platform/ids'
import { readParty } from '@/lib/usecases/parties/read-party'
import { undoMergeAction } from '../actions'

type Props = PageProps<'/[locale]/parties/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('parties.title') }
}

/** One party: who it is, its licences, what its workers paid and got back, and what was written about it when. */
export default async function PartyPage({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const parties = `/${locale}/parties`
  const address = `${parties}/${id}`
  const grant = await requireGrant('party.read', { locale, returnTo: address })
  const reading = isId(id) ? await readParty(grant, id) : null
  if (!reading) notHere(locale)
  const t = translatorFor(locale)
  const { done } = await searchParams
  const { party, into, reporters } = reading
  const mayWrite = roleMay(grant.actor.role, 'party.write') && into === null
  const seesCases = roleMay(grant.actor.role, 'case.list')
  return (
    <>
      {typeof done === 'string' && t.has(`parties.done_${done}`) ? (
        <Note announced tone="ok">
          {wordOf(t, `parties.done_${done}`, done)}
        </Note>
      ) : null}
      <Breadcrumbs trail={[{ href: parties, name: t('parties.title') }]} here={party.name} />
      <PageTitle
        title={party.name}
        about={`${roleWords(t, party.roles)} · ${countryWord(t, party.country)}`}
        acts={
          mayWrite ? (
            <>
              <LinkButton href={`${address}/edit`}>{t('parties.edit_link')}</LinkButton>
              <LinkButton href={`${address}/merge`} look="alt">
                {t('parties.merge_link')}
              </LinkButton>
            </>
          ) : undefined
        }
      />
      {into === null ? null : (
        <Note tone="still">
          <a href={`${parties}/${into.id}`}>{t('parties.merged_into', { name: into.name })}</a>
        </Note>
      )}
      {reporters === null ? null : (
        <Note tone="care">
          <b>{t('parties.systemic', { count: reporters })}</b> {t('parties.systemic_about')}
        </Note>
      )}
      <div className="split">
        <div className="stack">
          <section className="block" id="names">
            <h2>{t('parties.names')}</h2>
            <FactList
              facts={party.names.map((name) => ({
                name: wordOf(t, `parties.kind_${name.kind}`, name.kind),
                value: <span translate="no">{name.name}</span>,
              }))}
            />
          </section>
          {seesCases ? <PartyCases t={t} found={reading.cases} /> : null}
          {seesCases ? <PartySums t={t} sums={reading.money} /> : null}
          {seesCases ? <PartyAnswers t={t} found={reading.responses} /> : null}
        </div>
        <aside className="stack" aria-label={t('parties.licences')}>
          <PartyLicences t={t} licences={party.licences} address={mayWrite ? address : null} />
          {party.programmes.length === 0 ? null : (
            <section className="block" id="programmes">
              <h2>{t('parties.programmes')}</h2>
              <ul className="plain">
                {party.programmes.map((one) => (
                  <li key={one.id}>
                    {wordOf(t, `parties.programme_${one.programme}`, one.programme)}
                    {one.fromOn === null && one.toOn === null ? '' : `, ${one.fromOn ?? '…'} – ${one.toOn ?? '…'}`}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <PartyMerges
            t={t}
            merges={reading.merges}
            undo={
              roleMay(grant.actor.role, 'party.write')
                ? (mergeId) => undoMergeAction.bind(null, locale, id, mergeId)
                : null
            }
          />
          <PartyVersions t={t} versions={reading.versions} />
        </aside>
      </div>
    </>
  )
}
