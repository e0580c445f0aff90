import { useState } from 'react'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { QuestionHead } from '@/components/report/question-head'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { readFields } from '@/lib/http/form-fields'
import { IDLE, invalidField, type FormState } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'
import { latinDigits } from '@/lib/domain/writing/local-digits'
import { keptDraft, type PinLock } from '../pin-lock'
import { isPin, openSeal, type OpenSeal } from '../pin-seal'
import { Frame } from './frame'
import { OfflineForm } from './form'
import { answersIn, draftText, type ReportHere } from './report-state'

/** "Keep my answers on this phone?" A PIN is chosen; what it means is said before. */
export function KeepScreen({ here, onDone }: { here: ReportHere; onDone: () => void }) {
  const { t } = here.tongue
  const chosen = async (data: FormData): Promise<FormState> => {
    const pin = pinIn(data)
    if (!isPin(pin)) return invalidField('pin', { key: 'offline.pin_bad' }, {})
    try {
      const seal = await openSeal(pin)
      await keptDraft.save(seal, draftText(here.answers))
      here.keep(seal, here.answers)
      onDone()
      return IDLE
    } catch {
      return invalidField('', { key: 'offline.not_kept' }, {})
    }
  }
  return (
    <Frame>
      <QuestionHead question={t('offline.keep_question')} lead={t('offline.keep_lead')} />
      <Note tone="still">
        <p>{t('offline.keep_rules')}</p>
      </Note>
      <OfflineForm t={t} onSend={chosen}>
        <PinField t={t} />
        <div className="acts">
          <SubmitButton>{t('offline.keep_yes')}</SubmitButton>
          <button type="button" className="btn bare" onClick={onDone}>
            {t('offline.keep_no')}
          </button>
        </div>
      </OfflineForm>
    </Frame>
  )
}

/** Answers are kept here: the PIN opens them, one press deletes them. */
export function UnlockScreen({ here }: { here: ReportHere }) {
  const { tongue, base, keep, go } = here
  const { t } = tongue
  const [isGone, setGone] = useState(false)
  if (isGone) {
    return (
      <Frame>
        <QuestionHead question={t('report.start_heading')} lead={t('offline.pin_gone')} />
        <div className="acts">
          <LinkButton href={`${base}/grievances`}>{t('report.start_go')}</LinkButton>
        </div>
      </Frame>
    )
  }
  return (
    <Frame>
      <QuestionHead question={t('offline.unlock_question')} lead={t('offline.unlock_lead')} />
      <Note tone="still">
        <p>{t('offline.keep_rules')}</p>
      </Note>
      <PinForm
        t={t}
        lock={keptDraft}
        onOpen={(text, seal) => {
          keep(seal, answersIn(text))
          go(base)
        }}
        onGone={() => setGone(true)}
      />
      <p>
        <button type="button" className="btn bare" onClick={() => void keptDraft.remove().then(() => setGone(true))}>
          {t('offline.kept_delete')}
        </button>
      </p>
    </Frame>
  )
}

/** Asks for the PIN of something kept. A wrong one says how many tries are left; too soon a try says how long to wait. */
export function PinForm({
  t,
  lock,
  onOpen,
  onGone,
}: {
  t: Translator
  lock: PinLock
  onOpen: (text: string, seal: OpenSeal) => void
  onGone: () => void
}) {
  const tried = async (data: FormData): Promise<FormState> => {
    const pin = pinIn(data)
    if (!isPin(pin)) return invalidField('pin', { key: 'offline.pin_bad' }, {})
    const found = await lock.unlock(pin)
    if (found.state === 'open') onOpen(found.text, found.seal)
    else if (found.state === 'gone') onGone()
    else if (found.isTooSoon)
      return invalidField('pin', { key: 'offline.pin_wait', params: { seconds: Math.ceil(found.waitMs / 1000) } }, {})
    else return invalidField('pin', { key: 'offline.pin_wrong', params: { left: found.left } }, {})
    return IDLE
  }
  return (
    <OfflineForm t={t} onSend={tried}>
      <PinField t={t} />
      <div className="acts">
        <SubmitButton>{t('common.continue')}</SubmitButton>
      </div>
    </OfflineForm>
  )
}

function PinField({ t }: { t: Translator }) {
  return (
    <TextField
      name="pin"
      type="password"
      inputMode="numeric"
      autoComplete="off"
      label={t('offline.pin')}
      hint={t('offline.pin_hint')}
      width="s"
    />
  )
}

function pinIn(data: FormData): string {
  const { pin = '' } = readFields(data)
  return latinDigits(String(pin)).trim()
}
