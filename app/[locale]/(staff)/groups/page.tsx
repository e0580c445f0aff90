import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageTitle } from '@/components/ui/page-title'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { requireGrant } from '@/lib/access/door'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readGroups } from '@/lib/usecases/groups/read-groups'

type Props = PageProps<'/[locale]/groups'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('cases.groups_title') }
}

/** The groups of the office. */
export default async function GroupsPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/groups`
  const groups = await readGroups(await requireGrant('group.manage', { locale, returnTo: here }))
  const t = translatorFor(locale)
  return (
    <>
      <PageTitle
        title={t('cases.groups_title')}
        about={t('cases.groups_about')}
        acts={<LinkButton href={`${here}/new`}>{t('cases.group_new')}</LinkButton>}
      />
      {groups.length === 0 ? (
        <EmptyState title={t('cases.groups_none')}>{t('cases.groups_none_about')}</EmptyState>
      ) : (
        <ScrollRegion label={t('cases.groups_title')}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('cases.group_column_group')}</th>
                <th scope="col">{t('cases.group_kind')}</th>
                <th scope="col">{t('cases.group_column_cases')}</th>
                <th scope="col">{t('cases.group_column_made')}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={group.id}>
                  <th scope="row">
                    <a href={`${here}/${group.id}`}>{group.title}</a>
                  </th>
                  <td>{t(`cases.group_kind_${group.kind}`)}</td>
                  <td>
                    {t('cases.group_count', { count: group.cases })}
                    <br />
                    <small className="mute">{t('cases.group_open_count', { count: group.open })}</small>
                  </td>
                  <td>{formatDayOf(group.madeAt, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </>
  )
}
