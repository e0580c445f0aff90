import type { Metadata } from 'next'
import { Answer } from '@/components/statistics/answer'
import { aboutText, answerHeading } from '@/components/statistics/answer-words'
import { Downloads } from '@/components/statistics/downloads'
import { Waiting } from '@/components/statistics/waiting'
import { QueryForm } from '@/components/statistics/workbench/query-form'
import { AppliedFilters, PresetLinks } from '@/components/statistics/workbench/question-bar'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { readWorkbench, workbenchAddress } from '@/lib/domain/statistics/workbench/address'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { queryAddress } from '@/lib/domain/statistics/query-text'
import { indexState, loadIndex } from '@/lib/usecases/statistics/column-index'
import { OldSources } from '../old-sources'
import { readAnswerSoon } from './read-answer'
import { SavedQuestions } from './saved-questions'

type Props = PageProps<'/[locale]/statistics'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('statistics.title') }
}

/** The workbench: a question as a form, its answer as a table with its pictures. The address is the question. */
export default async function StatisticsPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const given = await searchParams
  const { unread, ...workbench } = readWorkbench(given)
  const address = workbenchAddress(workbench).toString()
  const here = `/${locale}/statistics`
  const hasAsked = given['measure'] !== undefined
  const grant = await requireGrant('statistics.read', { locale, returnTo: hasAsked ? `${here}?${address}` : here })
  const t = translatorFor(locale)
  // As it was given: which question is open, or could not be read, must not get lost by waiting.
  const againHref = () => `${here}?${asGiven(given)}`
  const state = indexState()
  if (state.kind === 'loading') {
    void loadIndex()
    return <Waiting t={t} href={againHref()} progress={state} />
  }
  const answered = await readAnswerSoon(grant, workbench, given['waited'] !== undefined)
  if (answered === null) return <Waiting t={t} href={`${againHref()}waited=1`} progress={null} />
  if ('refusal' in answered) {
    return (
      <>
        <PageTitle title={t('statistics.title')} />
        <Note tone="care">{t(`statistics.refused_${answered.refusal}`)}</Note>
        <QueryForm t={t} action={here} workbench={workbench} isAnswered={false} />
        <AppliedFilters t={t} action={here} workbench={workbench} />
      </>
    )
  }
  const { release, other } = answered
  const isOfAll = grant.actor.role === 'administrator'
  return (
    <>
      {isOfAll ? <OldSources t={t} actor={grant.actor} /> : null}
      <PageTitle title={answerHeading(t, release.tables)} about={aboutText(t, workbench.query, release.tables)} />
      <PresetLinks t={t} action={here} workbench={workbench} />
      <SavedQuestions t={t} grant={grant} here={here} address={address} given={given} />
      <QueryForm t={t} action={here} workbench={workbench} isAnswered />
      <AppliedFilters t={t} action={here} workbench={workbench} />
      {unread.length === 0 ? null : (
        <Note tone="care">
          {t('statistics.unread', {
            parts: unread.map(({ name, value }) => `${name} ${value}`.slice(0, 80)).join(', '),
          })}
        </Note>
      )}
      <Note tone="still">
        <p>
          <b>{t('statistics.not_a_sample')}</b> {t('statistics.not_a_sample_more')}{' '}
          {t(isOfAll ? 'statistics.scope_all' : 'statistics.scope_office')}
        </p>
      </Note>
      <Answer t={t} release={release} other={other} workbench={workbench} methodsHref={`${here}/methods`} />
      <Downloads
        t={t}
        question={queryAddress(workbench.query).toString()}
        schedulesHref={isOfAll ? `${here}/exports` : null}
      />
    </>
  )
}

// Ends where one more can follow.
function asGiven(given: Readonly<Record<string, string | string[] | undefined>>): string {
  const pairs = Object.entries(given).flatMap(([name, values = []]) =>
    name === 'waited' ? [] : [values].flat().map((value) => [name, value]),
  )
  return pairs.length === 0 ? '' : `${new URLSearchParams(pairs).toString()}&`
}
