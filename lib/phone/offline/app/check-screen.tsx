import { SubmitButton } from '@/components/form/submit-button'
import { TickBox } from '@/components/form/tick-box'
import { CheckView } from '@/components/report/check-view'
import { DangerNote, needsEmergencyNumbers } from '@/components/report/danger-note'
import { QuestionHead } from '@/components/report/question-head'
import { ReportProgress } from '@/components/report/report-progress'
import { SaidOnce } from '@/components/report/said-once'
import { BackLink } from '@/components/ui/back-link'
import { LinkButton } from '@/components/ui/link-button'
import { isSubmittable } from '@/lib/domain/report/reached-answers'
import { pathBeforeIn } from '@/lib/domain/report/report-paths'
import { readFields } from '@/lib/http/form-fields'
import { IDLE, invalidField, type FormState } from '@/lib/http/form-state'
import { toldOf } from '@/lib/schemas/report/told-report'
import { newToken, sealToServer } from '../box'
import { keptDraft } from '../pin-lock'
import { askForSync, tellOthers } from '../send-waiting'
import { canSeal } from '../store'
import { addWaiting } from '../waiting'
import { Frame } from './frame'
import { OfflineForm } from './form'
import { KeepLink } from './keep-link'
import type { ReportHere } from './report-state'

/** Check your answers, then send: sealed here, sent when there is network. */
export function CheckScreen({ here }: { here: ReportHere }) {
  const { tongue, answers, base, search } = here
  const { t } = tongue
  return (
    <Frame aside={<ReportProgress t={t} step="check" />}>
      <SaidOnce t={t} search={search} />
      {needsEmergencyNumbers(answers.dangers) ? <DangerNote t={t} who={answers} /> : null}
      <CheckView
        t={t}
        answers={answers}
        base={base}
        acts={
          <OfflineForm t={t} onSend={(data) => sent(here, data)}>
            <p>{t(canSeal() ? 'offline.send_lead' : 'offline.not_kept')}</p>
            <TickBox name="stays" text={t('offline.stays')} help={t('offline.stays_help')} />
            <div className="acts">
              <SubmitButton>{t('common.send')}</SubmitButton>
              <LinkButton href={`${base}/delete`} look="bare">
                {t('report.check_delete')}
              </LinkButton>
            </div>
            <BackLink href={pathBeforeIn(base, 'check', answers, undefined)}>{t('common.back')}</BackLink>
          </OfflineForm>
        }
      />
      <KeepLink here={here} />
    </Frame>
  )
}

async function sent({ tongue, answers, seal, finish }: ReportHere, data: FormData): Promise<FormState> {
  const values = readFields(data)
  if (!isSubmittable(answers)) return invalidField('', { key: 'errors.story_or_fee' }, values)
  const staysOnLeave = data.get('stays') === 'yes'
  // Over Leave the way to number and code stays only behind a PIN.
  if (staysOnLeave && seal === null) return invalidField('stays', { key: 'offline.keep_lead' }, values)
  const { locale, data: kept } = tongue
  try {
    const token = newToken()
    const box = await sealToServer(kept.outbox, { v: 1, token, locale, ...toldOf(answers) })
    await addWaiting({ locale, keyId: kept.outbox.id, box, token }, staysOnLeave, seal)
  } catch {
    // No room, or a browser that cannot seal: the answers stay on the screen.
    return invalidField('', { key: 'offline.not_kept' }, values)
  }
  await keptDraft.remove().catch(() => undefined)
  void askForSync()
  tellOthers()
  finish()
  return IDLE
}

/** Asks once before all answers are deleted. */
export function DeleteScreen({ here }: { here: ReportHere }) {
  const { tongue, base, forget, go } = here
  const { t } = tongue
  return (
    <Frame>
      <QuestionHead question={t('report.delete_question')} lead={t('report.delete_lead')} />
      <OfflineForm
        t={t}
        onSend={async () => {
          await keptDraft.remove().catch(() => undefined)
          forget()
          go(`${base}?deleted=1`)
          return IDLE
        }}
      >
        <div className="acts">
          <SubmitButton>{t('report.delete_yes')}</SubmitButton>
          <LinkButton href={`${base}/check`} look="alt">
            {t('report.delete_no')}
          </LinkButton>
        </div>
      </OfflineForm>
    </Frame>
  )
}
