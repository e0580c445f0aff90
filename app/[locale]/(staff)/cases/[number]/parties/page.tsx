import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { codeWord, wordOf } from '@/components/case/words'
import { CasePartyMatch } from '@/components/parties/case-party-match'
import { Note } from '@/components/ui/note'
import { findCaseSeal } from '@/lib/data/case-keys'
import { listCaseParties } from '@/lib/data/case-party-links'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { findSimilarParties, searchPartiesWithin } from '@/lib/usecases/parties/search-parties'
import { openAct } from '../case-acts'
import { linkPartyAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/parties'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('parties.case_title', { number }) }
}

/** Whom the worker named, in their words, beside the parties of the register that this may mean. An officer decides. */
export default async function CasePartiesPage({ params, searchParams }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const { done, of, q } = await searchParams
  const typed = typeof q === 'string' ? q.trim() : ''
  const { head, last, more } = await openAct(
    'case.link_party',
    { locale, number, act: 'parties' },
    async (on, found) => {
      const caseSeal = await findCaseSeal(on, found.id)
      if (!caseSeal) return null
      const parties = await listCaseParties(on, caseSeal)
      const rows = []
      for (const party of parties) {
        const isSearched = of === party.id && typed !== ''
        const offered = isSearched
          ? await searchPartiesWithin(on, typed)
          : party.given !== null && party.partyId === null
            ? await findSimilarParties(on, { names: [party.given], licences: [] })
            : []
        rows.push({ party, offered, typed: isSearched ? typed : '' })
      }
      return rows
    },
  )
  const t = translatorFor(locale)
  return (
    <ActFrame t={t} head={head} last={last} heading={t('parties.case_heading')}>
      {typeof done === 'string' && t.has(`parties.done_${done}`) ? (
        <Note announced tone="ok">
          {wordOf(t, `parties.done_${done}`, done)}
        </Note>
      ) : null}
      <p>{t('parties.case_about')}</p>
      {more === null ? <Note tone="still">{t('parties.case_words_gone')}</Note> : null}
      {more?.length === 0 ? <p className="mute">{t('parties.case_none')}</p> : null}
      {more?.map((row) => (
        <CasePartyMatch
          key={row.party.id}
          t={t}
          role={codeWord(t, 'party_role', row.party.role)}
          row={row}
          lang={head.language}
          address={`/${locale}/cases/${number}/parties`}
          action={linkPartyAction.bind(null, locale, number)}
        />
      ))}
    </ActFrame>
  )
}
