import type { Metadata } from 'next'
import { RunTable } from '@/components/jobs/run-table'
import { ScheduleTable } from '@/components/jobs/schedule-table'
import { BackLink } from '@/components/ui/back-link'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { readJobs } from '@/lib/usecases/jobs/read-jobs'
import { retryJobAction } from './actions'

/** Ends of a mail that the words of the page tell apart; anything else failed. */
const MAIL_SAID: readonly string[] = ['sent', 'refused', 'unsure']

type Props = PageProps<'/[locale]/settings/jobs'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('jobs.title') }
}

/** What the installation does by itself: what ran, when, how long, what failed and what waits. */
export default async function JobsPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/settings/jobs`
  const grant = await requireGrant('job.read', { locale, returnTo: here })
  const { schedules, runs, mail, mailMode } = await readJobs(grant)
  const { done } = await searchParams
  const t = translatorFor(locale)
  const late = schedules.filter(({ standing }) => standing === 'late')
  return (
    <>
      <BackLink href={`/${locale}/settings`}>{t('settings.heading')}</BackLink>
      <PageTitle
        title={t('jobs.heading')}
        about={t('jobs.as_of', { at: formatInstant(now(), locale) })}
        acts={
          <a className="btn alt" href={here}>
            {t('jobs.look_again')}
          </a>
        }
      />
      {done === 'retried' || done === 'not_failed' ? (
        <Note tone={done === 'retried' ? 'ok' : 'still'} announced>
          {t(`jobs.done_${done}`)}
        </Note>
      ) : null}
      {late.length === 0 ? null : (
        <Note tone="care">
          {t('jobs.late_note', {
            count: late.length,
            jobs: late.map(({ kind }) => t(`jobs.kind_${kind}`)).join(' · '),
          })}
        </Note>
      )}
      <h2>{t('jobs.schedules')}</h2>
      <ScheduleTable t={t} rows={schedules} />
      <h2>{t('jobs.runs')}</h2>
      {runs.length === 0 ? (
        <p>{t('jobs.no_runs')}</p>
      ) : (
        <RunTable
          t={t}
          rows={runs}
          retry={(id, label) => (
            <form action={retryJobAction.bind(null, locale, id)}>
              <button className="btn bare" aria-label={label}>
                {t('jobs.retry')}
              </button>
            </form>
          )}
        />
      )}
      <h2>{t('jobs.mail_heading')}</h2>
      <p>{t(`notices.mail_${mailMode}`)}</p>
      <ul>
        {mail.map(({ outcome, code, mails, lastAt }) => (
          <li key={`${outcome} ${code}`}>
            {t('jobs.mail_line', {
              outcome: MAIL_SAID.includes(outcome) ? outcome : 'failed',
              count: mails,
              code: code ?? '',
              at: formatInstant(lastAt, locale),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
