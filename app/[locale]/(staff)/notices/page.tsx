import type { Metadata } from 'next'
import { NoticeList } from '@/components/notices/notice-list'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { UNREAD_LIMIT } from '@/lib/data/own-notices'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { readPlace, writePlace } from '@/lib/schemas/notices/notice-cursor'
import { readNotices } from '@/lib/usecases/notices/read-notices'
import { markAllReadAction, markOneReadAction } from './actions'

type Props = PageProps<'/[locale]/notices'>

const PAGE_SIZE = 30

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('notices.title') }
}

/** What I should look at: unread first. Opening a case marks what it says of the case as read. */
export default async function NoticesPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/notices`
  const grant = await requireGrant('notice.own', { locale, returnTo: here })
  const shownAt = now()
  const { rows, next, unread } = await readNotices(grant, readPlace((await searchParams)['after']), PAGE_SIZE)
  const t = translatorFor(locale)
  const count =
    unread > UNREAD_LIMIT ? t('notices.unread_many', { limit: UNREAD_LIMIT }) : t('notices.unread', { count: unread })
  return (
    <>
      <PageTitle
        title={t('notices.heading')}
        about={count}
        acts={
          <>
            {unread === 0 ? null : (
              <form action={markAllReadAction.bind(null, locale, shownAt.toISOString())}>
                <button className="btn alt">{t('notices.mark_all')}</button>
              </form>
            )}
            <LinkButton href={`${here}/settings`} look="alt">
              {t('notices.settings_link')}
            </LinkButton>
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t('notices.none')} />
      ) : (
        <NoticeList
          t={t}
          rows={rows}
          mark={(id, label) => (
            <form action={markOneReadAction.bind(null, locale, id)}>
              <button className="btn bare" aria-label={label}>
                {t('notices.mark')}
              </button>
            </form>
          )}
        />
      )}
      {next === null ? null : (
        <p>
          <a href={`${here}?after=${encodeURIComponent(writePlace(next))}`}>{t('notices.more')}</a>
        </p>
      )}
    </>
  )
}
