import { CaseLabels } from '@/components/case/case-labels'
import { CaseLine, CaseMeta } from '@/components/case/case-head'
import { grievanceWords } from '@/components/case/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import type { StaffActor } from '@/lib/access/grant'
import { roleMay } from '@/lib/access/policy'
import type { CaseFile } from '@/lib/domain/case-file'
import { isOpen } from '@/lib/domain/workflow/states'
import type { Translator } from '@/lib/i18n/translate'

/** What the case is, how it stands, who holds it, and what can be done with all of it. */
export function CaseTop({
  t,
  file: { head, moves },
  labels,
  actor,
  hasMoves,
  address,
}: {
  t: Translator
  file: CaseFile
  labels: readonly { readonly id: string; readonly name: string }[]
  actor: StaffActor
  hasMoves: boolean
  address: string
}) {
  const isUntriaged = head.state === 'received' || head.state === 'triage'
  const isMine = head.assignee?.id === actor.id
  const mayTake = isOpen(head.state) && (head.assignee === null || (actor.role === 'supervisor' && !isMine))
  return (
    <div className="block">
      <Breadcrumbs
        trail={[{ href: `/${t.locale}/cases`, name: t('cases.room_cases') }]}
        here={<span className="code">{head.number}</span>}
      />
      <div className="title">
        <div className="tight">
          <h1>{grievanceWords(t, head.grievances)}</h1>
          <CaseMeta t={t} head={head} />
          <CaseLabels t={t} head={head} labels={labels} />
        </div>
        <p className="row noprint">
          {isUntriaged ? (
            <a className="btn" href={`${address}/triage`}>
              {t('cases.triage_button')}
            </a>
          ) : null}
          <a className={isUntriaged ? 'btn alt' : 'btn'} href="#reply">
            {t('cases.reply')}
          </a>
          {hasMoves ? (
            <a className="btn alt" href="#state">
              {t('cases.moves_heading')}
            </a>
          ) : null}
          {mayTake ? (
            <a className="btn alt" href={`${address}/take`}>
              {t('cases.take')}
            </a>
          ) : null}
          {isOpen(head.state) && roleMay(actor.role, 'case.assign') ? (
            <a className="btn alt" href={`${address}/assign`}>
              {t('cases.assign')}
            </a>
          ) : null}
          <a className="btn alt" href={`${address}/print`}>
            {t('cases.print_link')}
          </a>
        </p>
      </div>
      <CaseLine t={t} head={head} moves={moves} />
    </div>
  )
}
