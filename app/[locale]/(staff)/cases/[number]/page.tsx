import { notHere } from '@/lib/access/not-here'
import type { Metadata } from 'next'
import {
  CaseConsents,
  CaseNext,
  CaseNotes,
  CaseReferrals,
  CaseRemedies,
  CaseSeverity,
} from '@/components/case/case-aside'
import { CaseApprovals } from '@/components/case/case-approvals'
import { CaseChain, CaseSigns } from '@/components/case/case-chain'
import { CaseCorrections, CaseRatings, OfficerWanted } from '@/components/case/case-follow-up'
import { CaseFacts } from '@/components/case/case-facts'
import { CaseFiles } from '@/components/case/case-files'
import { CaseLine, CaseMeta } from '@/components/case/case-head'
import { CaseHistory } from '@/components/case/case-history'
import { CaseMoney } from '@/components/case/case-money'
import { CaseMoves } from '@/components/case/case-moves'
import { CaseThread } from '@/components/case/case-thread'
import { grievanceWords } from '@/components/case/words'
import { WordsForm } from '@/components/case/words-form'
import { TickBox } from '@/components/form/tick-box'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { requireGrant } from '@/lib/access/door'
import { roleMay } from '@/lib/access/policy'
import { movesFrom } from '@/lib/domain/case-workflow'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { isOpen } from '@/lib/domain/workflow/states'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { readCase } from '@/lib/usecases/read-case'
import { writeMessageAction, writeNoteAction } from './actions'
import { heldValues } from './held-form'
import { formName, LateNote, sayDone } from './notices'

type Props = PageProps<'/[locale]/cases/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.case_title', { number }) }
}

export default async function CasePage({ params, searchParams }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}`
  const grant = await requireGrant('case.read', { locale, returnTo: address })
  const reading = parseCaseNumber(number).ok ? await readCase(grant, number) : null
  if (!reading) notHere(locale)
  const { file, facts, requests, fees, followUp } = reading
  const { head } = file
  const t = translatorFor(locale)
  const at = now()
  const { done, form } = await searchParams
  const { role } = grant.actor
  const isMine = head.assignee?.id === grant.actor.id
  const heldMessage = await heldValues({ name: 'message', number })
  const heldNote = await heldValues({ name: 'note', number })
  const moves = movesFrom(facts, role === 'supervisor' ? 'supervisor' : 'caseworker', at, grant.actor.id)
  return (
    <>
      {sayDone(t, done, heldMessage !== null || heldNote !== null)}
      <div className="block">
        <Breadcrumbs
          trail={[{ href: `/${locale}/cases`, name: t('cases.room_cases') }]}
          here={<span className="code">{head.number}</span>}
        />
        <div className="title">
          <div className="tight">
            <h1>{grievanceWords(t, head.grievances)}</h1>
            <CaseMeta t={t} head={head} />
          </div>
          <p className="row noprint">
            <a className="btn" href="#reply">
              {t('cases.reply')}
            </a>
            {moves.length === 0 ? null : (
              <a className="btn alt" href="#state">
                {t('cases.moves_heading')}
              </a>
            )}
            {isOpen(head.state) && (head.assignee === null || (role === 'supervisor' && !isMine)) ? (
              <a className="btn alt" href={`${address}/take`}>
                {t('cases.take')}
              </a>
            ) : null}
            {isOpen(head.state) && roleMay(role, 'case.assign') ? (
              <a className="btn alt" href={`${address}/assign`}>
                {t('cases.assign')}
              </a>
            ) : null}
          </p>
        </div>
        <CaseLine t={t} head={head} moves={file.moves} />
      </div>
      <LateNote t={t} head={head} at={at} />
      {file.isReadable ? null : <Note tone="still">{t('cases.words_gone')}</Note>}
      <div className="split">
        <div className="stack">
          <CaseCorrections t={t} corrections={followUp.corrections} address={address} />
          <CaseFacts t={t} file={file} />
          <CaseMoney t={t} file={file} verdict={fees} />
          <CaseChain t={t} chain={file.chain} paidTotal={head.paidTotalJpy} />
          <CaseSigns t={t} indicators={file.indicators} />
          <CaseFiles t={t} file={file} address={address} />
          <CaseThread t={t} file={file}>
            <WordsForm
              key={formName(done, form, 'message')}
              t={t}
              id="reply"
              action={writeMessageAction.bind(null, locale, number)}
              requestId={newId()}
              field="message"
              label={t('cases.reply_label')}
              lang={head.language}
              button={t('cases.send_to_worker')}
              values={heldMessage}
            >
              <TickBox
                name="isQuestion"
                text={t('cases.message_is_question')}
                help={t('cases.message_is_question_help')}
              />
            </WordsForm>
          </CaseThread>
          <CaseHistory t={t} file={file} />
        </div>
        <aside className="stack" aria-label={t('cases.aside')}>
          <CaseApprovals t={t} requests={requests} actorId={grant.actor.id} address={address} />
          <OfficerWanted t={t} followUp={followUp} address={address} />
          <CaseMoves t={t} moves={moves} address={address} />
          <CaseNext t={t} deadlines={file.deadlines} at={at} address={address} />
          <CaseSeverity t={t} head={head} changeHref={`${address}/severity`} />
          <CaseConsents t={t} consents={file.consents} at={at} recordHref={`${address}/consents`} />
          <CaseReferrals t={t} referrals={file.referrals} />
          <CaseRemedies t={t} remedies={file.remedies} />
          <CaseRatings t={t} followUp={followUp} />
          <p className="noprint">
            <a href={`${address}/code`}>{t('cases.code_link')}</a>
          </p>
          <section className="block" id="notes">
            <h2>{t('cases.notes_heading')}</h2>
            <CaseNotes t={t} notes={file.notes} />
            <WordsForm
              key={formName(done, form, 'note')}
              t={t}
              id="note-form"
              action={writeNoteAction.bind(null, locale, number)}
              requestId={newId()}
              field="note"
              label={t('cases.note_label')}
              button={t('cases.note_save')}
              look="alt"
              values={heldNote}
            />
          </section>
        </aside>
      </div>
    </>
  )
}
