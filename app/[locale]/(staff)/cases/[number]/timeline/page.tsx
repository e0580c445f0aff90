import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { TimelineList, timelineOf } from '@/components/case/case-timeline'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { ofKind, TIMELINE_KINDS, timelinePage, type TimelineCursor } from '@/lib/domain/case-timeline'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readCaseFile } from '@/lib/usecases/read-case-file'

type Props = PageProps<'/[locale]/cases/[number]/timeline'>

/** Entries on one page. */
const PAGE_SIZE = 100

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.timeline_title', { number }) }
}

/** Everything that happened on a case and who read it, the latest first, also by one kind. */
export default async function TimelinePage({ params, searchParams }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}`
  const grant = await requireGrant('case.read', { locale, returnTo: `${address}/timeline` })
  const reading = parseCaseNumber(number).ok ? await readCaseFile(grant, number, 'timeline') : null
  if (!reading) notHere(locale)
  const { file } = reading
  const asked = await searchParams
  const kind = TIMELINE_KINDS.find((one) => one === asked['kind']) ?? null
  const t = translatorFor(locale)
  const all = timelineOf(t, file)
  const { entries, next } = timelinePage(ofKind(all, kind), readCursor(asked['after']), PAGE_SIZE)
  return (
    <ActFrame t={t} head={file.head} last={null} heading={t('cases.timeline_heading')}>
      <form className="row noprint" method="get">
        <div className="field">
          <label htmlFor="kind">{t('cases.timeline_filter')}</label>
          <select id="kind" name="kind" defaultValue={kind ?? ''} className="w-m" autoComplete="off">
            <option value="">{t('cases.timeline_everything')}</option>
            {TIMELINE_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`cases.timeline_kind_${one}`)}
              </option>
            ))}
          </select>
        </div>
        <button className="btn alt" type="submit">
          {t('cases.timeline_filter')}
        </button>
      </form>
      {entries.length === 0 ? <p className="mute">{t('cases.timeline_empty')}</p> : null}
      <TimelineList t={t} entries={entries} />
      {next === null ? null : (
        <p className="noprint">
          <a href={`?${new URLSearchParams({ ...(kind && { kind }), after: `${next.at.toISOString()} ${next.id}` })}`}>
            {t('cases.timeline_older')}
          </a>
        </p>
      )}
    </ActFrame>
  )
}

function readCursor(after: string | string[] | undefined): TimelineCursor | null {
  if (typeof after !== 'string') return null
  const space = after.indexOf(' ')
  const at = new Date(after.slice(0, space))
  return space === -1 || Number.isNaN(at.getTime()) ? null : { at, id: after.slice(space + 1) }
}
