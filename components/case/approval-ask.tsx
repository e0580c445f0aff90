import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { Note } from '@/components/ui/note'
import type { ApprovalRequest } from '@/lib/domain/case-file'
import type { FormAction } from '@/lib/http/form-state'
import type { RefusalKeys } from '@/lib/http/spoken-state'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/**
 * For a move that needs two people: the way to ask a colleague, or how far that is. `request` is the officer's own; `reasonLabel`
 * asks for the words that the colleague reads first.
 */
export function ApprovalAsk({
  t,
  request,
  action,
  refusals,
  reasonLabel,
}: {
  t: Translator
  request: ApprovalRequest | null
  action: FormAction
  refusals: RefusalKeys
  reasonLabel?: string | undefined
}) {
  if (request?.approvedBy)
    return <Note tone="ok">{t('cases.approval_given_by', { name: request.approvedBy.displayName })}</Note>
  if (request !== null)
    return <Note tone="still">{t('cases.approval_waits', { at: formatInstant(request.requestedAt, t.locale) })}</Note>
  return (
    <ActionForm locale={t.locale} action={action} refusals={refusals} className="stack narrow">
      <p>{t('cases.approval_needed')}</p>
      {reasonLabel === undefined ? null : <TextAreaField name="why" label={reasonLabel} rows={3} />}
      <div className="acts">
        <SubmitButton look="alt">{t('cases.approval_ask')}</SubmitButton>
      </div>
    </ActionForm>
  )
}
