import type { CaseHead } from '@/lib/domain/case-file'
import type { ChainParty } from '@/lib/domain/case-money'
import type { Said } from '@/lib/domain/case-words'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, money } from './words'

/** What an officer reads before deciding: the worker's own words, who is in the case, what was paid. */
export function TriageWords({
  t,
  head,
  words,
  parties,
}: {
  t: Translator
  head: CaseHead
  words: readonly Said[]
  parties: readonly ChainParty[]
}) {
  return (
    <>
      <section className="block">
        <h2>{t('cases.triage_words')}</h2>
        {words.length === 0 ? <p className="mute">{t('cases.triage_no_words')}</p> : null}
        {words.map((one) => (
          <p key={one.id} className="said" lang={one.language}>
            {one.text}
          </p>
        ))}
        <p className="noprint">
          <a href={`/${t.locale}/cases/${head.number}`}>{t('cases.triage_whole_case')}</a>
        </p>
      </section>
      <section className="block">
        <h2>{t('cases.triage_parties')}</h2>
        {parties.length === 0 ? <p className="mute">{t('cases.chain_empty')}</p> : null}
        <ul className="todo">
          {parties.map((party) => (
            <li key={party.id}>
              <span>
                <b>{party.name ?? party.registeredName ?? codeWord(t, 'party_role', party.role)}</b>
                <small>{codeWord(t, 'party_role', party.role)}</small>
                {party.paidJpy === null ? null : <small>{money(t, party.paidJpy, 'JPY')}</small>}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
