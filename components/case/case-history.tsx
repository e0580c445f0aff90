import { RouteLine } from '@/components/ui/route-line'
import type { CaseEvent, CaseFile, StaffName } from '@/lib/domain/case-file'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord } from './words'

type Happening = { readonly at: Date; readonly what: string; readonly who: string; times: number }

/** What was done with the case and who read it, the latest first: states from the line, the rest from the audit trail. */
export function CaseHistory({ t, file }: { t: Translator; file: CaseFile }) {
  const happenings = [
    ...file.moves.map((station) => ({ at: station.movedAt, what: moveWords(t, station.toState, station.closingCode), who: whoWord(t, station.byKind, station.by), times: 1 })),
    // Moves are told by the line, with more than the trail says.
    ...file.events.filter(({ action }) => action !== 'case.state_changed').map((event) => ({ at: event.at, what: eventWords(t, event), who: whoWord(t, event.actorKind, event.by), times: 1 })),
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

/** The same done by the same person several times in a row is one line. */
function collapse(happenings: readonly Happening[]): readonly Happening[] {
  const lines: Happening[] = []
  for (const one of happenings) {
    const before = lines.at(-1)
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
  return event.action === 'case.severity_changed' && typeof to === 'string' ? `${words}: ${codeWord(t, 'severity', to)}` : words
}

function whoWord(t: Translator, kind: string, by: StaffName | null): string {
  if (by) return by.displayName
  return t(kind === 'worker' || kind === 'reporter' ? 'cases.worker' : 'cases.system')
}
