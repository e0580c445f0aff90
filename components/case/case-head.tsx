import { Severity } from '@/components/ui/tag'
import type { CaseHead, CaseMove } from '@/lib/domain/case-file'
import type { CaseState } from '@/lib/domain/workflow/states'
import { formatDayOf, formatShortDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, corridorCodes, languageWord, schemeWord, severityLevel } from './words'

/** The usual way of a case; shown as what comes next. */
const USUAL_WAY: readonly CaseState[] = [
  'received',
  'triage',
  'assigned',
  'investigation',
  'remedy_agreed',
  'remedy_delivered',
  'closed',
]
/** More stations than this do not fit side by side; the first ones are in the history. */
const STATIONS_SHOWN = 6

/** Number, corridor, scheme, language, who holds it: one line below the heading. */
export function CaseMeta({ t, head }: { t: Translator; head: CaseHead }) {
  return (
    <p className="meta">
      <Severity level={severityLevel(head.severity)}>{codeWord(t, 'severity', head.severity)}</Severity>
      <span>
        <b>{codeWord(t, 'state', head.state)}</b>{' '}
        {t('cases.since', { day: formatDayOf(head.stateChangedAt, t.locale) })}
      </span>
      <span>{corridorCodes(head.origin, head.destination)}</span>
      <span>{schemeWord(t, head.scheme)}</span>
      <span>{t('cases.writes_language', { language: languageWord(t, head.language) })}</span>
      {head.isAnonymous ? <span>{t('cases.anonymous')}</span> : null}
      <span>
        {t('cases.column_officer')} <b>{head.assignee?.displayName ?? t('cases.nobody')}</b>
      </span>
    </p>
  )
}

/** The states as a line with stations: where the case was, where it is, and where cases usually go from there. */
export function CaseLine({ t, head, moves }: { t: Translator; head: CaseHead; moves: readonly CaseMove[] }) {
  const been = moves.slice(-STATIONS_SHOWN)
  return (
    <ol className="states" aria-label={t('cases.line_label', { state: codeWord(t, 'state', head.state) })}>
      {been.map((station, index) => {
        const isNow = index === been.length - 1
        const day = formatShortDayOf(station.movedAt, t.locale)
        return (
          <li
            key={station.id}
            className={isNow && head.state !== 'closed' ? 'now' : 'done'}
            aria-current={isNow ? 'step' : undefined}
          >
            {codeWord(t, 'state', station.toState)}
            <br />
            <span className="by">{isNow ? t('cases.since', { day }) : day}</span>
          </li>
        )
      })}
      {ahead(head.state, moves).map((state) => (
        <li key={state} className="next">
          {codeWord(t, 'state', state)}
        </li>
      ))}
    </ol>
  )
}

function ahead(state: CaseState, moves: readonly CaseMove[]): readonly CaseState[] {
  if (state === 'closed') return []
  const furthest = Math.max(
    ...[...moves.map((station) => station.toState), state].map((one) =>
      one === 'closed' ? 0 : USUAL_WAY.indexOf(one),
    ),
  )
  const own = USUAL_WAY.indexOf(state)
  return USUAL_WAY.slice((own === -1 ? furthest : own) + 1)
}
