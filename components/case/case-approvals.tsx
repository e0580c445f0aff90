import { Pictogram } from '@/components/ui/pictogram'
import type { ApprovalRequest } from '@/lib/domain/case-file'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { bodyWord, codeWord } from './words'

/** Moves that an officer may not make alone: what colleagues are asked to confirm, and what they have confirmed. */
export function CaseApprovals({
  t,
  requests,
  actorId,
  address,
}: {
  t: Translator
  requests: readonly ApprovalRequest[]
  actorId: string
  address: string
}) {
  if (requests.length === 0) return null
  return (
    <section className="block" id="confirmations">
      <h2>{t('cases.approvals_heading')}</h2>
      <ul className="todo">
        {requests.map((request) => (
          <li key={request.id}>
            <Pictogram name={request.approvedById === null ? 'group' : 'check'} size="text" />
            <span>
              {approvalWords(t, request)}
              <small>
                {t('cases.approval_asked_by', {
                  name: request.requestedBy?.displayName ?? t('cases.unsaid'),
                  at: formatInstant(request.requestedAt, t.locale),
                })}
              </small>
              {request.approvedById === null ? null : (
                <small>
                  {t('cases.approval_given_by', { name: request.approvedBy?.displayName ?? t('cases.unsaid') })}
                </small>
              )}
              {request.approvedById === null && request.requestedById !== actorId ? (
                <a className="noprint" href={`${address}/confirm/${request.id}`}>
                  {t('cases.approval_look')}
                </a>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "Mediation", "Passed on: embassy of Myanmar". */
export function approvalWords(t: Translator, { toState, bodyCode }: Pick<ApprovalRequest, 'toState' | 'bodyCode'>) {
  const state = codeWord(t, 'state', toState)
  return bodyCode === null ? state : `${state}: ${bodyWord(t, bodyCode)}`
}
