import { notHere } from '@/lib/access/not-here'
import type { Metadata } from 'next'
import { BackLink } from '@/components/ui/back-link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { isId } from '@/lib/platform/ids'
import { readGroupAct } from '@/lib/usecases/groups/read-groups'

type Props = PageProps<'/[locale]/groups/[id]/acts/[actId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('cases.group_result') }
}

/** What came of an act on a group, case by case. */
export default async function GroupActPage({ params }: Props) {
  const { locale: language, id, actId } = await params
  const locale = toLocale(language)
  const here = `/${locale}/groups/${id}`
  const grant = await requireGrant('group.manage', { locale, returnTo: `${here}/acts/${actId}` })
  const found = isId(id) && isId(actId) ? await readGroupAct(grant, id, actId) : null
  if (!found) notHere(locale)
  const { group, act } = found
  const t = translatorFor(locale)
  const doneCount = act.cases.filter(({ outcome }) => outcome === 'done').length
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/groups`, name: t('cases.groups_title') },
          { href: here, name: group.title },
        ]}
        here={t('cases.group_result')}
      />
      <PageTitle
        title={t(act.kind === 'message' ? 'cases.group_act_message' : 'cases.group_act_note')}
        about={formatInstant(act.actedAt, locale)}
      />
      <Note announced tone="ok">
        {t('cases.group_result_done', { count: doneCount })}
      </Note>
      {act.cases.some(({ outcome }) => outcome === 'waiting') ? (
        <Note tone="care">{t('cases.group_result_waiting')}</Note>
      ) : null}
      <ul className="todo">
        {act.cases.map((one) => (
          <li key={one.caseId} className={one.outcome === 'done' ? 'yes' : undefined}>
            <span>
              <a className="code" href={`/${locale}/cases/${one.number}`}>
                {one.number}
              </a>
              <small>{t(`cases.group_outcome_${one.outcome}`)}</small>
            </span>
          </li>
        ))}
      </ul>
      <BackLink href={here}>{t('cases.group_back')}</BackLink>
    </>
  )
}
