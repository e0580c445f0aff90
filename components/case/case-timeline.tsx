import { RouteLine } from '@/components/ui/route-line'
import type { CaseFile } from '@/lib/domain/case-file'
import { collapseTimeline, mergeTimeline, type TimelineEntry } from '@/lib/domain/case-timeline'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { SOURCES } from './timeline-sources'

/** How many the case page shows. */
const SHOWN = 10
/** More of somebody's words than this is for the thread. */
const LETTERS_SHOWN = 140

/** Everything that happened on a case, the latest first. */
export function timelineOf(t: Translator, file: CaseFile): readonly TimelineEntry[] {
  return collapseTimeline(mergeTimeline(SOURCES.map((source) => source(t, file))))
}

/** The last of what happened, and the way to all of it. */
export function CaseTimeline({ t, file, address }: { t: Translator; file: CaseFile; address: string }) {
  return (
    <section className="block" id="history">
      <div className="bar">
        <h2>{t('cases.timeline_heading')}</h2>
        <a className="noprint" href={`${address}/timeline`}>
          {t('cases.timeline_all')}
        </a>
      </div>
      <TimelineList t={t} entries={timelineOf(t, file).slice(0, SHOWN)} />
    </section>
  )
}

/** Entries of a timeline; `isWhole` shows what was said in full, as on paper. */
export function TimelineList({
  t,
  entries,
  isWhole = false,
}: {
  t: Translator
  entries: readonly TimelineEntry[]
  isWhole?: boolean
}) {
  return (
    <RouteLine
      stations={entries.map(({ at, what, who, times = 1, said }) => ({
        title: what,
        when: [who, formatInstant(at, t.locale), times > 1 ? t('cases.times', { count: times }) : null]
          .filter((part) => part !== null)
          .join(' · '),
        at: at.toISOString(),
        ...(said === undefined || isWhole ? {} : { body: <Said text={said.text} lang={said.lang} /> }),
      }))}
    />
  )
}

function Said({ text, lang }: { text: string; lang: string }) {
  const start = text.length > LETTERS_SHOWN ? `${text.slice(0, LETTERS_SHOWN).trimEnd()}…` : text
  return (
    <span className="before" lang={lang === '' ? undefined : lang}>
      {start}
    </span>
  )
}
