import { purposeText, removedText } from '@/components/files/file-words'
import { LOCALE_FACTS } from '@/lib/i18n/locales'
import { formatDayOf, formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { consentRows, type GivenConsent } from './consent-rows'
import { ownEvents } from './own-events'
import { verdictRows, type FileVerdict, type Row } from './own-file-verdicts'
import { ownFacts, personRows, sayCorrection, type KnownFacts } from './own-facts'
import { sayReach } from './reach-words'
import type { ThreadMessage } from './thread'
import type { CaseCorrection } from '@/lib/domain/corrections'
import type { CaseEvidence } from '@/lib/domain/files/evidence'
import type { ContactAnswer } from '@/lib/domain/report/answers'
import type { PersonFacts } from '@/lib/domain/report/person-facts'
import type { CaseState } from '@/lib/domain/workflow/states'

/** What the file is made from. */
export type OwnFileParts = {
  readonly own: KnownFacts['own'] & {
    readonly number: string
    readonly state: CaseState
    readonly isByProxy: boolean
    readonly receivedAt: Date
    readonly office: { readonly name: string }
  }
  readonly moves: readonly { readonly toState: CaseState; readonly movedAt: Date }[]
  readonly messages: readonly ThreadMessage[]
  readonly consents: readonly GivenConsent[]
  readonly events: Parameters<typeof ownEvents>[1]
  readonly facts: KnownFacts & {
    readonly contact: ContactAnswer
    readonly person: { readonly facts: PersonFacts } | null
    readonly corrections: readonly CaseCorrection[]
  }
  readonly statements: readonly { readonly text: string; readonly language: string; readonly createdAt: Date }[]
  readonly files: readonly ListedFile[]
  /** What the rules say of each payment; null while there was nothing to judge. */
  readonly judged: FileVerdict | null
}

/** A file as it is listed. */
type ListedFile = Pick<CaseEvidence, 'kind' | 'name' | 'addedAt' | 'removed'>

// Plain enough for any reader of HTML, without scripts, pictures or anything from the network.
const STYLE =
  'body{font:1rem/1.6 sans-serif;max-width:40rem;margin:1rem auto;padding:0 1rem}dt{font-weight:bold}dd{margin:0 0 1rem;white-space:pre-wrap;overflow-wrap:anywhere}'

/**
 * Everything of the case as one HTML file in the reader's language. Its title names nothing of what it is about; words of people
 * stand as they were written.
 */
export function ownFileHtml(t: Translator, parts: OwnFileParts, at: Date): string {
  const { own, facts } = parts
  const day = (instant: Date) => formatInstant(instant, t.locale)
  const line: Row[] = [
    ...parts.moves.map(({ toState, movedAt }) => ({ at: movedAt, title: t(`track.line_${toState}`) })),
    ...ownEvents(t, parts.events),
  ]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at: happenedAt, title }) => [day(happenedAt), title])
  const sections = [
    section(t('track.line_heading'), line, t),
    section(
      t('track.file_story'),
      parts.statements.map(({ text, language, createdAt }) => [day(createdAt), text, language]),
      t,
    ),
    section(
      t('track.facts_heading'),
      [
        ...ownFacts(t, facts).map(({ name, said }): Row => [name, said]),
        [t('track.facts_reach'), sayReach(t, facts.contact)],
        ...personRows(t, facts.person?.facts).map(({ name, said }): Row => [name, said]),
        ...facts.corrections.map((one): Row => [t(`codes.correction_field.${one.field}`), sayCorrection(t, one)]),
      ],
      t,
    ),
    ...(parts.judged === null ? [] : [section(t('track.verdicts_heading'), verdictRows(t, parts.judged), t)]),
    section(
      t('track.messages_heading'),
      parts.messages.map(({ direction, text, translation, language, sentAt }) => [
        `${t(direction === 'from_worker' ? 'track.message_you' : 'track.message_office')}, ${day(sentAt)}`,
        translation === null || direction === 'from_worker' ? text : `${text}\n\n${translation}`,
        language,
      ]),
      t,
    ),
    section(
      t('files.check_heading'),
      parts.files.map(({ kind, name, addedAt, removed }) => [
        purposeText(t, kind),
        [name, formatDayOf(addedAt, t.locale), ...removed.map((code) => removedText(t, code))]
          .filter((part) => part !== null)
          .join('\n'),
      ]),
      t,
    ),
    section(
      t('track.consents_heading'),
      consentRows(t, own, parts.consents, at).map(({ name, answer }) => [name, answer]),
      t,
    ),
  ]
  const heading = t('track.file_heading')
  return `<!doctype html>
<html lang="${t.locale}" dir="${LOCALE_FACTS[t.locale].direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(heading)}</title><style>${STYLE}</style></head>
<body><h1>${escape(heading)}</h1>
<p>${escape(t('track.number'))} ${escape(own.number)}<br>${escape(own.office.name)}<br>${escape(t('track.file_made', { day: formatDayOf(at, t.locale) }))}</p>
${sections.join('\n')}
</body></html>
`
}

function section(heading: string, rows: readonly Row[], t: Translator): string {
  const list = rows.map(
    ([name, value, lang]) =>
      `<dt>${escape(name)}</dt><dd${lang === undefined ? '' : ` lang="${escape(lang)}"`}>${escape(value)}</dd>`,
  )
  const body = list.length === 0 ? `<p>${escape(t('track.file_none'))}</p>` : `<dl>${list.join('')}</dl>`
  return `<h2>${escape(heading)}</h2>${body}`
}

/** Words of people never become markup. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
