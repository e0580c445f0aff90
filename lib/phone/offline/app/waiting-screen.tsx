import { useCallback, useEffect, useState } from 'react'
import { SubmitButton } from '@/components/form/submit-button'
import { QuestionHead } from '@/components/report/question-head'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { IDLE } from '@/lib/http/form-state'
import { formatTimeOf } from '@/lib/i18n/format'
import { onNews, sendWaiting, tellOthers } from '../send-waiting'
import { openReceipt } from '../open-receipt'
import { deleteWaiting, listWaiting, noteOpened, tokenLock, tokenOf, type Waiting } from '../waiting'
import { Frame } from './frame'
import { OfflineForm } from './form'
import { PinForm } from './pin-screens'
import type { ReportHere } from './report-state'

/** What waits on this phone, what was sent, and the way to its number and code. */
export function WaitingScreen({ here }: { here: Pick<ReportHere, 'tongue'> }) {
  const { t, locale } = here.tongue
  const [all, setAll] = useState<readonly Waiting[] | null>(null)
  const look = useCallback(() => void listWaiting().then(setAll, () => setAll([])), [])
  const send = useCallback(() => void sendWaiting().then(look, look), [look])
  useEffect(() => {
    look()
    send()
    addEventListener('online', send)
    const stop = onNews(look)
    return () => {
      removeEventListener('online', send)
      stop()
    }
  }, [look, send])
  if (all === null) return <Frame>{null}</Frame>
  return (
    <Frame>
      {all.map((waiting) => (
        <OneWaiting key={waiting.id} here={here} waiting={waiting} look={look} send={send} />
      ))}
      {all.length > 0 ? null : <QuestionHead question={t('offline.nothing_waits')} />}
      <p>
        <a href={`/${locale}/report/grievances`}>{t('report.start_go')}</a>
      </p>
    </Frame>
  )
}

function OneWaiting({
  here,
  waiting,
  look,
  send,
}: {
  here: Pick<ReportHere, 'tongue'>
  waiting: Waiting
  look: () => void
  send: () => void
}) {
  const { t, locale } = here.tongue
  const { id, state, sentAt } = waiting
  const deleteIt = async () => {
    await deleteWaiting(id)
    tellOthers()
    look()
    return IDLE
  }
  if (state === 'sent') {
    return (
      <section className="stack">
        <QuestionHead question={t('offline.sent_heading')} lead={t('offline.sent_lead')} />
        {sentAt === undefined ? null : (
          <Note tone="ok" announced>
            <p>{t('offline.sent_at', { time: formatTimeOf(new Date(sentAt), locale) })}</p>
          </Note>
        )}
        <ShowReceipt here={here} waiting={waiting} />
        <OfflineForm t={t} onSend={deleteIt}>
          <SubmitButton look="bare">{t('offline.delete_waiting')}</SubmitButton>
        </OfflineForm>
      </section>
    )
  }
  const isRefused = state === 'refused'
  return (
    <section className="stack">
      <QuestionHead
        question={t(isRefused ? 'offline.refused_heading' : 'offline.waits_heading')}
        lead={t(isRefused ? 'offline.refused_lead' : 'offline.waits_lead')}
      />
      <OfflineForm t={t} onSend={deleteIt}>
        <div className="acts">
          {isRefused ? (
            <LinkButton href={`/${locale}/help`}>{t('common.start_call')}</LinkButton>
          ) : (
            <button type="button" className="btn" onClick={send}>
              {t('offline.send_now')}
            </button>
          )}
          <SubmitButton look="bare">{t('offline.delete_waiting')}</SubmitButton>
        </div>
      </OfflineForm>
    </section>
  )
}

/** Number and code are shown by the receipt page, which this phone enters with the token of the report. */
function ShowReceipt({ here, waiting }: { here: Pick<ReportHere, 'tongue'>; waiting: Waiting }) {
  const { t, locale } = here.tongue
  const [isGone, setGone] = useState(false)
  useEffect(() => {
    if (waiting.token !== null) return
    void tokenLock(waiting.id)
      .isKept()
      .then((isKept) => setGone(!isKept))
  }, [waiting])
  const show = async (token: string) => {
    await noteOpened(waiting.id)
    openReceipt(locale, token)
  }
  if (isGone) {
    return (
      <Note tone="info">
        <p>{t('offline.code_gone')}</p>
      </Note>
    )
  }
  if (waiting.token === null) {
    return (
      <>
        <p>{t('offline.code_pin')}</p>
        <p className="hint">{t('offline.keep_rules')}</p>
        <PinForm t={t} lock={tokenLock(waiting.id)} onOpen={(token) => void show(token)} onGone={() => setGone(true)} />
      </>
    )
  }
  return (
    <OfflineForm
      t={t}
      onSend={async () => {
        const token = await tokenOf(waiting)
        if (token !== null) await show(token)
        return IDLE
      }}
    >
      <div className="acts">
        <SubmitButton>{t('offline.sent_show')}</SubmitButton>
      </div>
    </OfflineForm>
  )
}
