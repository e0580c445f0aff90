import { notHere } from '@/lib/access/not-here'
import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { approvalWords } from '@/components/case/case-approvals'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Note } from '@/components/ui/note'
import { listApprovalRequests } from '@/lib/data/move-approvals'
import { needsSecondConfirmation } from '@/lib/domain/grievances/bodies'
import { bodyCountry } from '@/lib/domain/referral-choice'
import { formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { openAct } from '../../case-acts'
import { approveMoveAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/confirm/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.approval_title', { number }) }
}

/** The second person of a move that needs two: what is asked, by whom, and the button that says yes under one's own name. */
export default async function ConfirmPage({ params }: Props) {
  const { locale: language, number, id } = await params
  const locale = toLocale(language)
  const { grant, head, last, more } = await openAct(
    'case.change_state',
    { locale, number, act: `confirm/${id}` },
    (on, found) => listApprovalRequests(on, found.id, found.stateChangedAt),
  )
  const request = more.find((one) => one.id === id)
  if (!request) notHere(locale)
  const t = translatorFor(locale)
  const isOpen = request.approvedById === null && request.requestedById !== grant.actor.id
  const isDangerous = request.bodyCode !== null && needsSecondConfirmation(bodyCountry(request.bodyCode))
  return (
    <ActFrame t={t} head={head} last={last} heading={t('cases.approval_heading')}>
      <p>
        <b>{approvalWords(t, request)}</b>
        <br />
        {t('cases.approval_asked_by', {
          name: request.requestedBy?.displayName ?? t('cases.unsaid'),
          at: formatInstant(request.requestedAt, locale),
        })}
      </p>
      {isDangerous ? <Note tone="care">{t('cases.danger_words')}</Note> : null}
      {request.approvedBy ? (
        <Note tone="ok">{t('cases.approval_given_by', { name: request.approvedBy.displayName })}</Note>
      ) : null}
      {isOpen ? (
        <ActionForm
          locale={locale}
          action={approveMoveAction.bind(null, locale, number, id)}
          refusals={{ own_request: 'cases.approval_own' }}
          className="stack narrow"
        >
          <p>{t('cases.approval_meaning')}</p>
          <div className="acts">
            <SubmitButton>{t('cases.approval_give')}</SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </ActFrame>
  )
}
