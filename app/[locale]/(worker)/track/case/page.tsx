import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CaseDoors } from '@/components/track/case-doors'
import { CaseHead, newsOf } from '@/components/track/case-head'
import { CaseLine } from '@/components/track/case-line'
import { CloseForm } from '@/components/track/close-form'
import { ClosedDoors } from '@/components/track/closed-doors'
import { consentRows } from '@/components/track/consent-rows'
import { ReplyForm } from '@/components/track/reply-form'
import { openQuestions, Thread } from '@/components/track/thread'
import { WhoKnows } from '@/components/track/who-knows'
import { Note } from '@/components/ui/note'
import { readCookie } from '@/lib/access/cookies'
import { draftGrant, requireWorkerGrant } from '@/lib/access/door'
import { eraseDayFrom, isConsentValid } from '@/lib/domain/consents'
import { WITHDRAWAL_CODES } from '@/lib/domain/workflow/outcomes'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { findHeldForm } from '@/lib/usecases/hold-own-form'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { closeCaseAction } from '../actions'
import { writeMessageAction } from './actions'

export async function generateMetadata({ params }: PageProps<'/[locale]/track/case'>): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

export default async function CasePage({ params, searchParams }: PageProps<'/[locale]/track/case'>) {
  const t = pageWordsFor(toLocale((await params).locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const { own, moves, messages, feeLines } = reading
  const { sent, back } = await searchParams
  const heldToken = await readCookie('held')
  const held = heldToken === undefined ? null : await findHeldForm(draftGrant(heldToken), heldToken)
  const heldText = held?.form === 'message' && held.caseId === own.id ? String(held.values['text'] ?? '') : null
  const at = now()
  const newsBy = newsOf(reading.deadlines)
  const questions = openQuestions(messages)
  const rows = consentRows(t, own, reading.consents, at)
  const isOwnStop = own.state === 'closed' && WITHDRAWAL_CODES.some((code) => code === own.closingCode)
  const isKept = reading.consents.some((consent) => consent.kind === 'keep_complaint' && isConsentValid(consent, at))
  return (
    <div className="page wide">
      <main id="main">
        {back === undefined ? null : (
          <Note tone="ok" announced>
            {t('track.back_again')}
          </Note>
        )}
        <CaseHead
          t={t}
          number={own.number}
          state={own.state}
          isWithdrawn={isOwnStop}
          newsBy={newsBy}
          eraseOn={own.eraseDueAt ?? (isOwnStop && !isKept ? own.closedAt && eraseDayFrom(own.closedAt) : null)}
          now={at}
        />
        {own.state === 'closed' && own.closedAt !== null ? (
          <ClosedDoors t={t} closedAt={own.closedAt} isOwnStop={isOwnStop} at={at} />
        ) : null}
        <section className="stack rule" aria-labelledby="messages">
          <h2 id="messages">
            {questions > 0 ? t('track.question_heading', { count: questions }) : t('track.messages_heading')}
          </h2>
          <Thread t={t} messages={messages} caseLanguage={own.language} />
          <ReplyForm
            key={messages.length}
            t={t}
            action={writeMessageAction.bind(null, t.locale)}
            office={own.office.name}
            hasQuestion={questions > 0}
            requestId={newId()}
            caseId={own.id}
            heldText={heldText}
            isSent={sent !== undefined}
          />
        </section>
        <section className="stack rule">
          <h2>{t('track.doors')}</h2>
          <CaseDoors
            t={t}
            feeLineCount={feeLines.length}
            amounts={feeLines.flatMap(({ amount }) => (amount === null ? [] : [amount]))}
            agreed={rows.filter(({ withdrawable }) => withdrawable).length}
            notAgreed={rows.filter(({ withdrawable }) => !withdrawable).length}
            canStop={own.state !== 'closed'}
          />
        </section>
        <CloseForm t={t} action={closeCaseAction.bind(null, t.locale)} />
      </main>
      <aside className="stack rule">
        <h2>{t('track.line_heading')}</h2>
        <CaseLine t={t} passed={moves} newsBy={newsBy} now={now()} />
        <WhoKnows t={t} office={own.office.name} referrals={reading.referrals} />
      </aside>
    </div>
  )
}
