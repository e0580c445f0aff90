import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import type { CasePartyToLink, FoundParty } from '@/lib/domain/parties/shown-party'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'
import { closenessWords, countryWord, licenceWords } from './words'

const REFUSALS = { party_gone: 'parties.party_gone' } as const

/** One name as the worker gave it, and what an officer can do with it. */
export function CasePartyMatch({
  t,
  role,
  row,
  lang,
  address,
  action,
}: {
  t: Translator
  role: string
  row: { readonly party: CasePartyToLink; readonly offered: readonly FoundParty[]; readonly typed: string }
  lang: string
  address: string
  action: FormAction
}) {
  const { party, offered, typed } = row
  return (
    <section className="block" id={`party-${party.id}`}>
      <h2>{role}</h2>
      {party.given === null ? (
        <p className="mute">{t('parties.case_unnamed')}</p>
      ) : (
        <p className="said" lang={lang}>
          {party.given}
        </p>
      )}
      {party.partyId === null ? null : (
        <>
          <p>
            <a href={`/${t.locale}/parties/${party.partyId}`}>
              {t('parties.case_linked', { name: party.partyName ?? '' })}
            </a>
          </p>
          <LinkForm t={t} action={action} party={party} to="" button={t('parties.case_unlink')} />
        </>
      )}
      {offered.map((one) => (
        <div className="tight" key={one.id}>
          <p>
            <a href={`/${t.locale}/parties/${one.id}`} translate="no">
              {one.name}
            </a>{' '}
            · {countryWord(t, one.country)}
            <br />
            <small className="mute">
              {[closenessWords(t, one), ...one.licences.map((licence) => licenceWords(t, licence))].join(' · ')}
            </small>
          </p>
          {one.id === party.partyId ? null : (
            <LinkForm
              t={t}
              action={action}
              party={party}
              to={one.id}
              button={t('parties.case_link')}
              about={one.name}
            />
          )}
        </div>
      ))}
      {offered.length === 0 && party.partyId === null && (party.given !== null || typed !== '') ? (
        <p className="mute">{t('parties.case_no_match')}</p>
      ) : null}
      <form method="get" action={`${address}#party-${party.id}`} role="search" className="row find noprint">
        <input type="hidden" name="of" value={party.id} />
        <div className="field">
          <label htmlFor={`q-${party.id}`}>{t('parties.case_search')}</label>
          <input id={`q-${party.id}`} name="q" type="search" defaultValue={typed} maxLength={200} autoComplete="off" />
        </div>
        <button className="btn alt">{t('parties.search_button')}</button>
      </form>
      {party.partyId === null ? (
        <p className="noprint">
          <a href={`/${t.locale}/parties/new`}>{t('parties.case_create')}</a>
          <br />
          <small className="mute">{t('parties.case_create_warning')}</small>
        </p>
      ) : null}
    </section>
  )
}

function LinkForm({
  t,
  action,
  party,
  to,
  button,
  about,
}: {
  t: Translator
  action: FormAction
  party: CasePartyToLink
  to: string
  button: string
  about?: string
}) {
  return (
    <ActionForm locale={t.locale} action={action} refusals={REFUSALS} className="noprint">
      <input type="hidden" name="casePartyId" value={party.id} />
      <input type="hidden" name="partyId" value={to} />
      <input type="hidden" name="seen" value={party.partyId ?? ''} />
      <SubmitButton look="alt">
        {button}
        {about === undefined ? null : <span className="vh"> {about}</span>}
      </SubmitButton>
    </ActionForm>
  )
}
