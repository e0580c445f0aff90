import { notHere } from '@/lib/access/not-here'
import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { approvalWords } from '@/components/case/case-approvals'
import { itemWord, purposeWord } from '@/components/case/referral-words'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { FactList } from '@/components/ui/facts'
import { Note } from '@/components/ui/note'
import { findCaseSeal } from '@/lib/data/case-keys'
import { loadMoveFacts } from '@/lib/data/case-state'
import { listApprovalRequests } from '@/lib/data/move-approvals'
import { findReason } from '@/lib/data/notes'
import { needsSecondConfirmation } from '@/lib/domain/grievances/bodies'
import { vitalItems } from '@/lib/domain/referral/data-items'
import { bodyCountry } from '@/lib/domain/referral-choice'
import { formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
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
    async (on, found) => {
      const request = (await listApprovalRequests(on, found.id, found.stateChangedAt)).find((one) => one.id === id)
      const seal = await findCaseSeal(on, found.id)
      if (!request || !seal) return null
      const { prepared } = await loadMoveFacts(on, found.id, now())
      const items = request.toState === 'referred' && prepared ? vitalItems(prepared.dataItems) : []
      const written = { authorId: request.requestedById, createdAt: request.requestedAt }
      return { request, items, purpose: prepared?.purpose ?? null, reason: await findReason(on, seal, written) }
    },
  )
  if (!more) notHere(locale)
  const { request, items, purpose, reason } = more
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
      {reason === null && items.length === 0 ? null : (
        <FactList
          facts={[
            ...(reason === null ? [] : [{ name: t('cases.approval_why'), value: reason }]),
            ...(items.length === 0
              ? []
              : [
                  { name: t('referrals.field_purpose'), value: purposeWord(t, purpose ?? '') },
                  { name: t('referrals.fact_items'), value: items.map((item) => itemWord(t, item, [])).join(', ') },
                ]),
          ]}
        />
      )}
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
