import { notHere } from '@/lib/access/not-here'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActFrame } from '@/components/case/act-frame'
import { ApprovalAsk } from '@/components/case/approval-ask'
import { MoveFields } from '@/components/case/move-fields'
import { codeWord } from '@/components/case/words'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Note } from '@/components/ui/note'
import { loadMoveFacts } from '@/lib/data/case-state'
import { listApprovalRequests } from '@/lib/data/move-approvals'
import { listCaseworkers } from '@/lib/data/staff'
import { movesFrom } from '@/lib/domain/case-workflow'
import { closingCodesFor } from '@/lib/domain/closing-codes'
import { needsApproval } from '@/lib/domain/workflow/safety-guards'
import { isBlocking } from '@/lib/domain/move-declarations'
import { MOVE_ERROR_CODES } from '@/lib/domain/workflow/move-errors'
import { isCaseState } from '@/lib/domain/workflow/states'
import { toLocale } from '@/lib/i18n/locales'
import type { MessageKey } from '@/lib/i18n/message-key'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { openAct } from '../../case-acts'
import { heldValues } from '../../held-form'
import { changeStateAction, requestApprovalAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/state/[to]'>

/** Refusals of the workflow have words of their own, for staff. */
const REFUSALS = Object.fromEntries(
  MOVE_ERROR_CODES.map((code) => [code, `codes.move_error.${code}` satisfies MessageKey]),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number, to } = await params
  const t = translatorFor(toLocale(locale))
  return { title: t('cases.state_title', { number, state: codeWord(t, 'state', to) }) }
}

/**
 * The form of one move. It is also shown when the move is not possible (any more), with what stands in the way: after a lost
 * race the words typed are still here, and the new state stands above them.
 */
export default async function StatePage({ params, searchParams }: Props) {
  const { locale: language, number, to } = await params
  const locale = toLocale(language)
  if (!isCaseState(to)) notHere(locale)
  // A referral has a page of its own, where it says to whom, what for and what.
  if (to === 'referral_pending_consent') redirect(`/${locale}/cases/${number}/referrals/new`)
  if (to === 'referred') redirect(`/${locale}/cases/${number}/referrals/current`)
  const { done } = await searchParams
  const at = now()
  const { grant, head, last, more } = await openAct(
    'case.change_state',
    { locale, number, act: `state/${to}` },
    async (on, found) => ({
      ...(await loadMoveFacts(on, found.id, at, to)),
      caseworkers: await listCaseworkers(on),
      requests: await listApprovalRequests(on, found.id, found.stateChangedAt),
    }),
  )
  const held = await heldValues({ name: `state:${to}`, number })
  const t = translatorFor(locale)
  const role = grant.actor.role === 'supervisor' ? 'supervisor' : 'caseworker'
  const possible = movesFrom(more.facts, role, at, grant.actor.id).find((one) => one.to === to)
  const guard = possible ? possible.guard : 'move_not_allowed'
  return (
    <ActFrame t={t} head={head} last={last} heading={t('cases.state_heading', { state: codeWord(t, 'state', to) })}>
      {done === 'asked' ? <Note announced>{t('cases.done_approval_asked')}</Note> : null}
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      {guard !== null && isBlocking(guard) ? <Note tone="care">{codeWord(t, 'move_error', guard)}</Note> : null}
      {possible && needsApproval(more.facts, to) ? (
        <ApprovalAsk
          t={t}
          request={
            more.requests.find(
              (one) =>
                one.requestedById === grant.actor.id &&
                one.toState === to &&
                one.bodyCode === (more.prepared?.bodyCode ?? null),
            ) ?? null
          }
          action={requestApprovalAction.bind(null, locale, number, to)}
          refusals={REFUSALS}
        />
      ) : null}
      <ActionForm
        locale={locale}
        action={changeStateAction.bind(null, locale, number, to)}
        values={held ?? { assigneeId: head.assignee?.id ?? grant.actor.id }}
        refusals={REFUSALS}
        className="stack narrow"
      >
        <input type="hidden" name="version" value={head.version} />
        <input type="hidden" name="requestId" value={newId()} />
        <MoveFields
          t={t}
          head={head}
          to={to}
          facts={more.facts}
          prepared={more.prepared}
          asks={possible?.asks ?? ['reason']}
          caseworkers={more.caseworkers}
          closingCodes={closingCodesFor(more.facts, role, grant.actor.id, at)}
        />
        <div className="acts">
          <SubmitButton>{t('cases.state_button', { state: codeWord(t, 'state', to) })}</SubmitButton>
        </div>
      </ActionForm>
    </ActFrame>
  )
}
