import { RouteLine } from '@/components/ui/route-line'
import type { CaseEvent, CaseFile, StaffName } from '@/lib/domain/case-file'
import { formatDayOf, formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord } from './words'

/** Moves are told by the line, which says more than the trail. */
const TOLD_BY_THE_LINE: readonly string[] = ['case.received', 'case.state_changed']

type Happening = {
  readonly at: Date
  readonly day: string
  readonly what: string
  readonly who: string
  readonly isReading: boolean
  times: number
}

/** What was done with the case and who read it, the latest first: states from the line, the rest from the audit trail. */
export function CaseHistory({ t, file }: { t: Translator; file: CaseFile }) {
  const happenings = [
    ...file.moves.map((station) =>
      happening(
        t,
        station.movedAt,
        moveWords(t, station.toState, station.closingCode),
        whoWord(t, station.byKind, station.by),
      ),
    ),
    ...file.events
      .filter(({ action }) => !TOLD_BY_THE_LINE.includes(action))
      .map((event) =>
        happening(
          t,
          event.at,
          eventWords(t, event),
          whoWord(t, event.actorKind, event.by),
          event.action === 'case.read',
        ),
      ),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime())
  return (
    <section className="block" id="history">
      <h2>{t('cases.history_heading')}</h2>
      <RouteLine
        stations={collapse(happenings).map(({ at, what, who, times }) => ({
          title: what,
          when: `${who} · ${formatInstant(at, t.locale)}${times > 1 ? ` · ${t('cases.times', { count: times })}` : ''}`,
          at: at.toISOString(),
        }))}
      />
    </section>
  )
}

function happening(t: Translator, at: Date, what: string, who: string, isReading = false): Happening {
  return { at, day: formatDayOf(at, t.locale), what, who, isReading, times: 1 }
}

/** Readings by one person on one day are one line, and so is anything done several times in a row by the same person. */
function collapse(happenings: readonly Happening[]): readonly Happening[] {
  const lines: Happening[] = []
  for (const one of happenings) {
    const before = one.isReading
      ? lines.find((line) => line.isReading && line.who === one.who && line.day === one.day)
      : lines.at(-1)
    if (before && before.what === one.what && before.who === one.who) before.times += 1
    else lines.push({ ...one })
  }
  return lines
}

function moveWords(t: Translator, to: string, closingCode: string | null): string {
  const state = codeWord(t, 'state', to)
  return closingCode === null ? state : `${state}: ${codeWord(t, 'closing_code', closingCode)}`
}

function eventWords(t: Translator, event: CaseEvent): string {
  const key = `cases.event_${event.action.replaceAll('.', '_')}`
  const words = t.has(key) ? t(key) : event.action
  const to = event.detail['to']
  return event.action === 'case.severity_changed' && typeof to === 'string'
    ? `${words}: ${codeWord(t, 'severity', to)}`
    : words
}

function whoWord(t: Translator, kind: string, by: StaffName | null): string {
  if (by) return by.displayName
  return t(kind === 'worker' || kind === 'reporter' ? 'cases.worker' : 'cases.system')
}
