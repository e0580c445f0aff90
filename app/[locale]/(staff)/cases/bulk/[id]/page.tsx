import type { Metadata } from 'next'
import { BackLink } from '@/components/ui/back-link'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { findBulkAct } from '@/lib/data/bulk-acts'
import { listLabels } from '@/lib/data/case-labels'
import { listCaseworkers } from '@/lib/data/staff'
import { within, type Scoped } from '@/lib/data/within'
import { isUndoable } from '@/lib/domain/bulk-act'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { isId } from '@/lib/platform/ids'
import { undoAction } from '../actions'

type Props = PageProps<'/[locale]/cases/bulk/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('cases.bulk_outcome') }
}

/** The act, and the name of the colleague or of the label; no name for a colleague who has left. */
async function findActNamed(on: Scoped<'case.list'>, id: string) {
  const act = await findBulkAct(on, id)
  if (!act) return null
  const isLabel = act.kind === 'label' || act.kind === 'unlabel'
  const subject = isLabel
    ? (await listLabels(on)).find((label) => label.id === act.subjectId)?.name
    : (await listCaseworkers(on)).find((officer) => officer.id === act.subjectId)?.displayName
  return { act, subject }
}

/** How an act on several cases ended for each of them, and the way back. */
export default async function BulkResultPage({ params }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const grant = await requireGrant('case.list', { locale, returnTo: `/${locale}/cases` })
  const found = isId(id) ? await within(grant, (on) => findActNamed(on, id)) : null
  if (!found) return notHere(locale)
  const { act, subject } = found
  const t = translatorFor(locale)
  const done = act.cases.filter(({ outcome }) => outcome === 'done').length
  return (
    <>
      <PageTitle
        title={t('cases.bulk_done_heading', { done })}
        about={[t(`cases.bulk_${act.kind}`), ...(subject === undefined ? [] : [subject])].join(': ')}
      />
      {act.undoneAt === null ? null : <Note tone="ok">{t('cases.bulk_undone')}</Note>}
      <table role="table" className="grid">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('cases.column_case')}
            </th>
            <th role="columnheader" scope="col">
              {t('cases.bulk_outcome')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {act.cases.map(({ number, outcome, undone }) => (
            <tr role="row" key={number}>
              <th role="rowheader" scope="row">
                <a className="code" href={`/${locale}/cases/${number}`}>
                  {number}
                </a>
              </th>
              <td role="cell">
                {t(`cases.outcome_${outcome}`)}
                {undone === null ? null : (
                  <small>{undone === 'done' ? t('cases.bulk_undone') : t(`cases.outcome_${undone}`)}</small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isUndoable(act, now()) ? (
        <form action={undoAction.bind(null, locale, act.id, act.kind)} className="acts noprint">
          <button className="btn alt">{t('cases.bulk_undo')}</button>
          {act.kind === 'hand_over' ? <p className="mute">{t('cases.bulk_undo_notes_stay')}</p> : null}
          {act.kind === 'close' ? <p className="mute">{t('cases.bulk_undo_words_stay')}</p> : null}
        </form>
      ) : null}
      <BackLink href={`/${locale}/cases`}>{t('cases.back_to_cases')}</BackLink>
    </>
  )
}
