import type { Metadata } from 'next'
import { TurnTable } from '@/components/statistics/exports/turn-table'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import { readSchedules, type ScheduleWithFiles } from '@/lib/usecases/statistics/schedules/read-schedules'
import { heldValues } from '../../cases/[number]/held-form'
import { stopScheduleAction } from './actions'
import { questionOptions } from './question-options'
import { ScheduleForm } from './schedule-form'

type Props = PageProps<'/[locale]/statistics/exports'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('statistics.exports_title') }
}

/** Questions that are written to files regularly: what came of them, and a new one. */
export default async function ExportsPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/statistics/exports`
  const grant = await requireGrant('statistics.schedule', { locale, returnTo: here })
  const given = await searchParams
  const t = translatorFor(locale)
  const schedules = await readSchedules(grant)
  const { done } = given
  return (
    <>
      <BackLink href={`/${locale}/statistics`}>{t('statistics.title')}</BackLink>
      <PageTitle title={t('statistics.exports_title')} about={t('statistics.exports_lead')} />
      {done === 'made' || done === 'stopped' ? (
        <Note tone="ok" announced>
          {t(done === 'made' ? 'statistics.exports_made' : 'statistics.exports_stopped_now')}
        </Note>
      ) : null}
      {schedules.length === 0 ? <EmptyState title={t('statistics.exports_none')} /> : null}
      {schedules.map((schedule) => (
        <ScheduleSection key={schedule.id} t={t} schedule={schedule} />
      ))}
      <h2>{t('statistics.exports_new')}</h2>
      <ScheduleForm
        t={t}
        questions={await questionOptions(t, given)}
        held={await heldValues({ name: 'schedule', number: 'new' })}
      />
    </>
  )
}

function ScheduleSection({ t, schedule }: { t: Translator; schedule: ScheduleWithFiles }) {
  const { id, name, question, format, rhythm, keep, madeByName, createdAt, state, stoppedAt, dueAt, tryAt } = schedule
  const isTriedAgain = state === 'running' && tryAt > dueAt
  return (
    <section className="stack">
      <h2>{name}</h2>
      <p>
        {t('statistics.exports_facts', {
          format: t(`statistics.download_${format}`),
          rhythm: t(`statistics.exports_rhythm_${rhythm}`),
          keep,
          name: madeByName,
          at: formatInstant(createdAt, t.locale),
        })}
        <br />
        {state === 'running'
          ? t('statistics.exports_next', { at: formatInstant(tryAt, t.locale) })
          : t(`statistics.exports_state_${state}`, { at: formatInstant(stoppedAt ?? dueAt, t.locale) })}
      </p>
      {schedule.files.length === 0 ? (
        <p className="mute">{t('statistics.exports_no_files')}</p>
      ) : (
        <TurnTable t={t} caption={name} rows={schedule.files} againAt={isTriedAgain ? tryAt : null} />
      )}
      <div className="acts">
        <a href={`/${t.locale}/statistics?${question}`}>{t('statistics.exports_open')}</a>
        {state === 'running' ? (
          <form action={stopScheduleAction.bind(null, t.locale, id)}>
            <button className="btn bare" aria-label={`${t('statistics.exports_stop')}: ${name}`}>
              {t('statistics.exports_stop')}
            </button>
          </form>
        ) : null}
      </div>
    </section>
  )
}
