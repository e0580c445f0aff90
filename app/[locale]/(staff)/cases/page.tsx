import type { Metadata } from 'next'
import { CodeTasks } from '@/components/case/code-tasks'
import { BulkBar } from '@/components/case/bulk-bar'
import { filtersOf, QueueFilters } from '@/components/case/queue-filters'
import { QueueFold } from '@/components/case/queue-fold'
import { QueueKeys } from '@/components/case/queue-keys'
import { QueueSearch } from '@/components/case/queue-search'
import { QueueTable } from '@/components/case/queue-table'
import { cappedCount } from '@/components/case/words'
import { Chips } from '@/components/ui/chips'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { Pictogram } from '@/components/ui/pictogram'
import { Views } from '@/components/ui/views'
import { requireGrant } from '@/lib/access/door'
import { roleMay } from '@/lib/access/policy'
import { listLabels } from '@/lib/data/case-labels'
import { COUNT_LIMIT, countViews } from '@/lib/data/case-queue'
import { listCodeTasks } from '@/lib/data/code-replacements'
import { openWords } from '@/lib/data/queue-search'
import { listCaseworkers } from '@/lib/data/staff'
import { within } from '@/lib/data/within'
import { CHECK_LASTS_HOURS } from '@/lib/domain/identity-check'
import { QUEUE_VIEWS } from '@/lib/domain/case-queue'
import { formatTimeOf, formatWeekdayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { queueHref, readQueueQuery, viewParams, writeCursor, type QueueQuery } from '@/lib/schemas/case/queue-query'
import { OldSources } from '../old-sources'
import { searchAction } from './actions'
import { findPage } from './search-for'
import { savedViewLinks } from './saved-view-links'

type Props = PageProps<'/[locale]/cases'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = translatorFor(toLocale((await params).locale))
  const { query } = readQueueQuery(await searchParams)
  return { title: t('cases.queue_title', { view: t(`cases.view_${query.view}`) }) }
}

export default async function QueuePage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { query, filter, after, slip } = readQueueQuery(await searchParams)
  const grant = await requireGrant('case.list', { locale, returnTo: queueHref(locale, query, { after: query.after }) })
  const at = now()
  const words = query.s === undefined ? null : openWords(grant, query.s)
  const { page, counts, officers, codeTasks, labels, saved } = await within(grant, async (on) => ({
    page: slip === null ? await findPage(on, filter, words, after, query.size) : { rows: [], next: null },
    labels: await listLabels(on),
    saved: await savedViewLinks(on, locale, query.saved),
    counts: await countViews(on, at),
    officers: await listCaseworkers(on),
    codeTasks: await listCodeTasks(on, new Date(at.getTime() - CHECK_LASTS_HOURS * 3_600_000)),
  }))
  const t = translatorFor(locale)
  const chips = filtersOf(t, officers, labels).flatMap(({ name, label, options }) => {
    const chosen = options.find(({ value }) => value === query[name])
    return chosen ? [{ href: queueHref(locale, query, { [name]: undefined }), text: `${label}: ${chosen.text}` }] : []
  })
  if (words !== null)
    chips.unshift({
      href: queueHref(locale, query, { s: undefined }),
      text: `${t('cases.search_found_by')}: ${words}`,
    })
  if (query.q) chips.unshift({ href: queueHref(locale, query, { q: undefined }), text: query.q })
  return (
    <>
      <PageTitle
        title={
          query.view === 'fees'
            ? t('cases.view_fees')
            : t('cases.queue_heading', { count: counts.due, number: cappedCount(t, counts.due, COUNT_LIMIT) })
        }
        about={`${formatWeekdayOf(at, locale)}, ${formatTimeOf(at, locale)}`}
        acts={
          <LinkButton href={`/${locale}/cases/new`}>
            <Pictogram name="plus" size="text" /> {t('cases.file_for_worker')}
          </LinkButton>
        }
      />
      <OldSources t={t} actor={grant.actor} />
      <CodeTasks t={t} tasks={codeTasks} />
      <Views
        label={t('cases.views')}
        views={[
          ...QUEUE_VIEWS.map((view) => ({
            href: `/${locale}/cases?view=${view}`,
            name: t(`cases.view_${view}`),
            count: cappedCount(t, counts[view], COUNT_LIMIT),
            isCurrent: view === query.view && query.saved === undefined,
          })),
          ...saved.map(({ count, limit, isShared, name, ...view }) => ({
            ...view,
            name: isShared ? `${name} · ${t('cases.view_shared_mark')}` : name,
            count: count === null ? undefined : cappedCount(t, count, limit),
          })),
        ]}
      />
      <QueueFold t={t} isOpen={words !== null || query.q !== undefined}>
        <QueueSearch
          t={t}
          action={searchAction.bind(null, locale)}
          rest={queueHref(locale, query, {}).split('?')[1] ?? ''}
          text={words ?? query.q ?? ''}
        />
        <QueueFilters
          t={t}
          query={query}
          officers={officers}
          labels={labels.filter(({ id, retiredAt }) => retiredAt === null || id === query.label)}
          filterHref={queueHref(locale, query, {}).replace('/cases?', '/cases/filter?')}
        />
        <p className="acts">
          {query.saved === undefined ? (
            <a href={`/${locale}/cases/views/new?${viewParams(query)}`}>{t('cases.save_view')}</a>
          ) : (
            <a href={`/${locale}/cases/views/${query.saved}`}>{t('cases.view_change')}</a>
          )}
          <a href={`/${locale}/cases/import`}>{t('imports.title')}</a>
          {roleMay(grant.actor.role, 'case.break_glass') ? (
            <a href={`/${locale}/cases/emergency`}>{t('cases.emergency_title')}</a>
          ) : null}
          {words === null ? null : <span className="mute">{t('cases.search_order')}</span>}
        </p>
      </QueueFold>
      <Chips label={t('cases.only')} removeText={t('common.remove')} chips={chips} />
      {slip === null ? null : <Note tone="care">{t('cases.number_slip', { typed: slip })}</Note>}
      {page.rows.length === 0 ? (
        <EmptyState title={t(chips.length > 0 || after ? 'cases.empty_filtered' : 'cases.empty')}>
          {chips.length > 0 ? <a href={`/${locale}/cases?view=${query.view}`}>{t('cases.show_all')}</a> : null}
        </EmptyState>
      ) : (
        <form method="get" action={`/${locale}/cases/bulk`}>
          <QueueTable
            t={t}
            rows={page.rows}
            at={at}
            isClosedView={(query.view === 'closed' && filter.number === undefined) || words !== null}
            labelNames={new Map(labels.map(({ id, name }) => [id, name]))}
            mayAssign={roleMay(grant.actor.role, 'case.assign')}
          />
          <BulkBar t={t} mayAssign={roleMay(grant.actor.role, 'case.assign')} />
        </form>
      )}
      <Pages t={t} query={query} isFirst={after === null} next={page.next && writeCursor(page.next)} />
      <QueueKeys
        label={t('cases.keys')}
        help={keyHelp(t, roleMay(grant.actor.role, 'case.assign'))}
        close={t('cases.key_help_close')}
      />
    </>
  )
}

function Pages({
  t,
  query,
  isFirst,
  next,
}: {
  t: Translator
  query: QueueQuery
  isFirst: boolean
  next: string | null
}) {
  return (
    <nav className="bar" aria-label={t('common.pages')}>
      {isFirst ? <span /> : <a href={queueHref(t.locale, query, {})}>{t('cases.first_page')}</a>}
      {next === null ? null : (
        <a href={queueHref(t.locale, query, { after: next })} rel="next">
          {t('common.next_page')} <Pictogram name="next" size="text" />
        </a>
      )}
    </nav>
  )
}

function keyHelp(t: Translator, mayAssign: boolean) {
  return [
    { keys: ['j', 'k'], text: t('cases.key_move') },
    { keys: ['Enter', 'o'], text: t('cases.key_open') },
    { keys: ['a'], text: t(mayAssign ? 'cases.key_assign' : 'cases.key_take') },
    { keys: ['r'], text: t('cases.key_reply') },
    { keys: ['x'], text: t('cases.key_tick') },
    { keys: ['/'], text: t('cases.key_search') },
    { keys: ['?'], text: t('cases.key_help') },
  ]
}
