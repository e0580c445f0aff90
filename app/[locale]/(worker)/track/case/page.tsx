import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AskedCard } from '@/components/track/asked-card'
import { CaseDoors } from '@/components/track/case-doors'
import { CaseHead, newsOf } from '@/components/track/case-head'
import { CaseLine } from '@/components/track/case-line'
import { CloseForm } from '@/components/track/close-form'
import { ClosedDoors } from '@/components/track/closed-doors'
import { consentRows } from '@/components/track/consent-rows'
import { ReplyForm } from '@/components/track/reply-form'
import { OfferNote } from '@/components/track/offer-note'
import { OwnDanger } from '@/components/track/own-danger'
import { ownEvents } from '@/components/track/own-events'
import { Promises } from '@/components/track/promises'
import { QuestionCard } from '@/components/track/question-card'
import { Thread } from '@/components/track/thread'
import { WhoKnows } from '@/components/track/who-knows'
import { OwnBreaches } from '@/components/privacy/own-breaches'
import { OwnHoldNote } from '@/components/privacy/hold-note'
import { Note } from '@/components/ui/note'
import { readCookie } from '@/lib/access/cookies'
import { draftGrant, requireWorkerGrant } from '@/lib/access/door'
import { eraseDayFrom, isConsentValid } from '@/lib/domain/consents'
import { keptElsewhereUntil } from '@/lib/domain/erasing'
import { openQuestions } from '@/lib/domain/open-questions'
import { WITHDRAWAL_CODES } from '@/lib/domain/workflow/outcomes'
import { isOpen } from '@/lib/domain/workflow/states'
import { TOLD_TO_OFFICER } from '@/lib/domain/remedies/remedy'
import { toLocale } from '@/lib/i18n/locales'
import type { MessageKey } from '@/lib/i18n/message-key'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { findHeldForm } from '@/lib/usecases/hold-own-form'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { closeCaseAction } from '../actions'
import { answerQuestionAction, writeMessageAction } from './actions'

export async function generateMetadata({ params }: PageProps<'/[locale]/track/case'>): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** What a page of its own did, said once when it leads back here. */
const TOLD: Readonly<Record<string, MessageKey>> = {
  officer: 'track.officer_done',
  request: 'track.request_done',
  passed_on: 'track.ask_done_yes',
  not_passed_on: 'track.ask_done_no',
  rated: 'track.rate_done',
  arrived: 'track.arrived_done',
  agreement: 'track.agreement_done',
  contact: 'track.contact_done',
  pay: 'track.pay_done',
  about: 'track.about_done',
  about_removed: 'track.about_removed',
}

export default async function CasePage({ params, searchParams }: PageProps<'/[locale]/track/case'>) {
  const t = pageWordsFor(toLocale((await params).locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const { own, moves, messages, feeLines } = reading
  const { sent, back, answered, told } = await searchParams
  const heldToken = await readCookie('held')
  const held = heldToken === undefined ? null : await findHeldForm(draftGrant(heldToken), heldToken)
  const heldWords = held?.form === 'message' && held.caseId === own.id ? held.values : null
  const heldAnswer = heldWords?.['answer'] === undefined ? null : String(heldWords['answer'])
  const heldText = heldWords?.['text'] === undefined ? null : String(heldWords['text'])
  const at = now()
  const newsBy = newsOf(reading.deadlines)
  const questions = openQuestions(messages)
  const [question] = questions
  const isGoneElsewhere = keptElsewhereUntil(reading.referrals) !== null
  const toldOf = typeof told === 'string' ? TOLD[told] : undefined
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
        {toldOf === undefined ? null : (
          <Note tone="ok" announced>
            {t(toldOf)}
          </Note>
        )}
        <CaseHead
          t={t}
          number={own.number}
          state={own.state}
          isWithdrawn={isOwnStop}
          isElsewhere={isGoneElsewhere}
          newsBy={newsBy}
          eraseOn={own.eraseDueAt ?? (isOwnStop && !isKept ? own.closedAt && eraseDayFrom(own.closedAt) : null)}
          now={at}
        />
        <OwnBreaches t={t} breaches={reading.breaches} />
        <OwnHoldNote t={t} holds={reading.holds} at={at} />
        <AskedCard t={t} asked={reading.asked} />
        <OfferNote t={t} offers={reading.offers} />
        {own.state === 'closed' ? null : <OwnDanger t={t} own={own} />}
        {own.state === 'closed' && own.closedAt !== null ? (
          <ClosedDoors t={t} closedAt={own.closedAt} isOwnStop={isOwnStop} at={at} />
        ) : null}
        {question === undefined ? (
          answered === undefined ? null : (
            <Note tone="ok" announced>
              {t('track.answer_sent')}
            </Note>
          )
        ) : (
          <QuestionCard
            key={question.id}
            t={t}
            action={answerQuestionAction.bind(null, t.locale)}
            question={question}
            count={questions.length}
            office={own.office.name}
            caseLanguage={own.language}
            requestId={newId()}
            caseId={own.id}
            heldText={heldAnswer}
            isAnswered={answered !== undefined}
          />
        )}
        <section className="stack rule" aria-labelledby="messages">
          <h2 id="messages">{t('track.messages_heading')}</h2>
          <Thread t={t} messages={messages} caseLanguage={own.language} />
          <ReplyForm
            key={messages.length}
            t={t}
            action={writeMessageAction.bind(null, t.locale)}
            office={own.office.name}
            requestId={newId()}
            caseId={own.id}
            heldText={heldText}
            isSent={sent !== undefined}
          />
        </section>
        <CaseDoors
          t={t}
          facts={{
            feeLineCount: feeLines.length,
            amounts: feeLines.flatMap(({ amount }) => (amount === null ? [] : [amount])),
            agreed: rows.filter(({ withdrawable }) => withdrawable).length,
            notAgreed: rows.filter(({ withdrawable }) => !withdrawable).length,
            isOpen: isOpen(own.state),
            isCounted: own.inStatistics,
            awaitsArrival: reading.remedies.some(
              ({ confirmedAt, confirmedHow, failedAt }) =>
                failedAt === null && (confirmedAt === null || confirmedHow === TOLD_TO_OFFICER),
            ),
            canRate:
              own.state === 'closed' &&
              reading.surveys.every(({ closedAt }) => closedAt?.getTime() !== own.closedAt?.getTime()),
          }}
        />
        <CloseForm t={t} action={closeCaseAction.bind(null, t.locale)} />
      </main>
      <aside className="stack rule">
        <h2>{t('track.line_heading')}</h2>
        <CaseLine t={t} passed={moves} events={ownEvents(t, reading)} newsBy={newsBy} now={at} />
        <Promises t={t} deadlines={reading.deadlines} at={at} />
        <WhoKnows t={t} office={own.office.name} referrals={reading.referrals} />
      </aside>
    </div>
  )
}
