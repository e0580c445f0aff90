import { FactList } from '@/components/ui/facts'
import type { CaseFile, CasePerson } from '@/lib/domain/case-file'
import type { Statement } from '@/lib/domain/case-words'
import { PERSON_FIELDS, PERSON_LABELS } from '@/lib/domain/report/person-facts'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { TranslatedWords } from './translated-words'
import { codeWord, languageWord, partialDate, schemeWord, wordOf } from './words'

/** What is known, beside what the worker said, in the worker's own language. */
export function CaseFacts({
  t,
  file,
  address,
}: {
  t: Translator
  file: CaseFile
  /** Null on paper. */
  address: string | null
}) {
  const { head, people, statements } = file
  const worker = people.find((person) => person.kind === 'worker')
  const facts = [
    {
      name: t('cases.fact_from'),
      value: `${head.origin === null ? t('cases.origin_unsaid') : codeWord(t, 'origin', head.origin)} → ${codeWord(t, 'destination', head.destination)}`,
    },
    { name: t('cases.filter_scheme'), value: schemeWord(t, head.scheme) },
    { name: t('cases.fact_language'), value: languageWord(t, head.language) },
    { name: t('cases.fact_channel'), value: codeWord(t, 'intake_channel', head.channel) },
    {
      name: t('cases.fact_received'),
      value: <time dateTime={head.receivedAt.toISOString()}>{formatInstant(head.receivedAt, t.locale)}</time>,
    },
    ...(worker ? aboutRow(t, file, worker, address) : []),
    ...(worker ? [{ name: t('cases.fact_reach'), value: <Reach t={t} person={worker} /> }] : []),
    ...people
      .filter((person) => person.kind !== 'worker')
      .map((person) => ({ name: codeOfPerson(t, person), value: <Reach t={t} person={person} /> })),
    ...(head.dangers.length > 0
      ? [{ name: t('cases.fact_dangers'), value: head.dangers.map((code) => codeWord(t, 'danger', code)).join('; ') }]
      : []),
    ...(head.programme === null ? [] : [{ name: t('cases.fact_programme'), value: head.programme }]),
    ...(head.jobOrder === null ? [] : [{ name: t('cases.fact_job_order'), value: head.jobOrder }]),
    ...(head.departureOn
      ? [{ name: t('cases.fact_departure'), value: <b>{partialDate(t, head.departureOn)}</b> }]
      : []),
  ]
  return (
    <section className="block" id="facts">
      <h2>{t('cases.facts_heading')}</h2>
      <div className="cols">
        <FactList facts={facts} />
        <div className="tight">
          {statements.length === 0 ? (
            <p className="mute">{t(file.isReadable ? 'cases.no_words' : 'cases.words_gone')}</p>
          ) : null}
          {statements.map((statement) => (
            <Words key={statement.id} t={t} statement={statement} address={address} />
          ))}
          {file.asTyped.length === 0 ? null : (
            <details className="more">
              <summary>{t('cases.as_typed')}</summary>
              {file.asTyped.map((text) => (
                <p className="said" lang="my" key={text}>
                  {text}
                </p>
              ))}
            </details>
          )}
        </div>
      </div>
    </section>
  )
}

function Words({ t, statement, address }: { t: Translator; statement: Statement; address: string | null }) {
  const by = t(statement.authorKind === 'worker' ? 'cases.words_by_worker' : 'cases.words_by_other', {
    at: formatInstant(statement.createdAt, t.locale),
  })
  return (
    <>
      <div className="words">
        <p className="said" lang={statement.language}>
          {statement.text}
        </p>
        <p className="by">{by}</p>
      </div>
      <TranslatedWords
        t={t}
        translation={statement.translation}
        original={statement.language}
        href={address && `${address}/translate/statement/${statement.id}`}
      />
    </>
  )
}

function Reach({ t, person }: { t: Translator; person: CasePerson }) {
  const how = person.contactChannel === null ? t('common.not_given') : channelWord(t, person.contactChannel)
  return (
    <>
      {person.name === null ? null : (
        <>
          {person.name}
          <br />
        </>
      )}
      {how}
      {person.contact === null ? null : (
        <>
          {': '}
          <b>{person.contact}</b>
        </>
      )}
      {person.safeTimes === null ? null : (
        <>
          <br />
          {t('cases.safe_times')} {person.safeTimes}
        </>
      )}
      {person.mayLeaveMessage === null ? null : (
        <>
          <br />
          {t(person.mayLeaveMessage ? 'cases.may_leave_message' : 'cases.no_message_left')}
        </>
      )}
    </>
  )
}

/** What the worker told for the statistics, and the way to write it down while the yes stands. */
function aboutRow(t: Translator, { consents }: CaseFile, { facts }: CasePerson, address: string | null) {
  const told = PERSON_FIELDS.flatMap((field) => {
    const code = facts[field]
    return code === null ? [] : [codeWord(t, PERSON_LABELS[field], code)]
  })
  const isCounted = consents.some(({ kind, withdrawnAt }) => kind === 'statistics' && withdrawnAt === null)
  const mayWrite = isCounted && address !== null
  if (told.length === 0 && !mayWrite) return []
  const value = (
    <>
      {told.join('; ')}
      {told.length > 0 && mayWrite ? ' ' : null}
      {mayWrite ? (
        <a className="noprint" href={`${address}/about`}>
          {t(told.length === 0 ? 'cases.about_link' : 'cases.about_change')}
        </a>
      ) : null}
    </>
  )
  return [{ name: t('cases.fact_about'), value }]
}

function channelWord(t: Translator, channel: string): string {
  return channel === 'here_only' ? t('cases.reach_here_only') : codeWord(t, 'contact_channel', channel)
}

function codeOfPerson(t: Translator, person: CasePerson): string {
  return wordOf(t, `cases.person_${person.kind}`, person.kind)
}
