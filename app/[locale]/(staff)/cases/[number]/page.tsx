import { notHere } from '@/lib/access/not-here'
import type { Metadata } from 'next'
import { CaseReferrals } from '@/components/case/case-referrals'
import { CaseConsents, CaseNotes, CaseSeverity } from '@/components/case/case-aside'
import { CaseResponses } from '@/components/answers/case-responses'
import { CaseRemedies } from '@/components/remedies/case-remedies'
import { CaseApprovals } from '@/components/case/case-approvals'
import { CaseChain } from '@/components/case/case-chain'
import { CaseCorrections, CaseRatings, OfficerWanted } from '@/components/case/case-follow-up'
import { CaseFacts } from '@/components/case/case-facts'
import { EmergencyNote } from '@/components/case/emergency-facts'
import { CaseFiles } from '@/components/case/case-files'
import { CaseForums } from '@/components/forums/case-forums'
import { CaseMoney } from '@/components/case/case-money'
import { CaseNow } from '@/components/case/case-now'
import { CaseRelated } from '@/components/case/case-related'
import { CaseSigns } from '@/components/case/case-signs'
import { CaseTasks } from '@/components/case/case-tasks'
import { CaseThread } from '@/components/case/case-thread'
import { CaseTimeline } from '@/components/case/case-timeline'
import { WordsForm } from '@/components/case/words-form'
import { CaseRights } from '@/components/privacy/case-rights'
import { HoldNote } from '@/components/privacy/hold-note'
import { Note } from '@/components/ui/note'
import { requireGrant } from '@/lib/access/door'
import { chainOf } from '@/lib/domain/case-chain'
import { movesFrom } from '@/lib/domain/case-workflow'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { hasScanner } from '@/lib/usecases/files/scan-file'
import { readCase } from '@/lib/usecases/read-case'
import { writeNoteAction } from './actions'
import { CaseTop } from './case-top'
import { heldValues } from './held-form'
import { formName, LateNote, sayDone } from './notices'
import { ReplyForm } from './reply-form'
import { finishTaskAction } from './tasks/actions'

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
  const { file, facts, requests, fees, followUp, ways, related } = reading
  const { head } = file
  const t = translatorFor(locale)
  const at = now()
  const { done, form, template } = await searchParams
  const chain = chainOf(file.chain, file.ledger, file.loans, fees.assessment?.assessment ?? null)
  const { role } = grant.actor
  const heldMessage = await heldValues({ name: 'message', number })
  const heldNote = await heldValues({ name: 'note', number })
  const moves = movesFrom(facts, role === 'supervisor' ? 'supervisor' : 'caseworker', at, grant.actor.id)
  return (
    <>
      {sayDone(t, done, heldMessage !== null || heldNote !== null)}
      <CaseTop
        t={t}
        file={file}
        labels={reading.labels}
        actor={grant.actor}
        hasMoves={moves.length > 0}
        address={address}
      />
      <EmergencyNote t={t} emergencies={reading.emergencies} address={address} />
      <LateNote t={t} head={head} at={at} />
      <HoldNote t={t} holds={reading.holds} at={at} address={address} />
      {file.isReadable ? null : <Note tone="still">{t('cases.words_gone')}</Note>}
      <CaseNow t={t} file={file} moves={moves} at={at} address={address} />
      <div className="split">
        <div className="stack">
          <CaseCorrections t={t} corrections={followUp.corrections} address={address} />
          <CaseRights
            t={t}
            rights={followUp.rights.filter(({ outcome }) => outcome === null)}
            at={at}
            address={address}
          />
          <CaseThread t={t} file={file} address={address}>
            <ReplyForm
              t={t}
              file={file}
              at={at}
              template={template}
              name={formName(done, form, 'message')}
              held={heldMessage}
              address={address}
            />
          </CaseThread>
          <CaseFacts t={t} file={file} address={address} />
          <CaseMoney t={t} file={file} verdict={fees} />
          <CaseChain t={t} chain={chain} paidTotal={head.paidTotalJpy} />
          <p className="noprint">
            <a href={`${address}/parties`}>{t('parties.case_chain_link')}</a>
          </p>
          <CaseSigns t={t} file={file} address={address} />
          <CaseFiles t={t} file={file} address={address} hasScanner={hasScanner()} />
          <CaseTimeline t={t} file={file} address={address} />
        </div>
        <aside className="stack" aria-label={t('cases.aside')}>
          <CaseApprovals t={t} requests={requests} actorId={grant.actor.id} address={address} />
          <OfficerWanted t={t} followUp={followUp} address={address} />
          <CaseTasks
            t={t}
            tasks={file.tasks}
            at={at}
            address={address}
            finish={(id) => ({ action: finishTaskAction.bind(null, locale, number, id, 'case'), requestId: newId() })}
          />
          <CaseSeverity t={t} head={head} changeHref={`${address}/severity`} />
          <CaseForums t={t} {...ways} href={`${address}/forums`} />
          <CaseConsents t={t} consents={file.consents} at={at} recordHref={`${address}/consents`} />
          <CaseReferrals
            t={t}
            referrals={file.referrals}
            address={address}
            mayPassOn={moves.some(({ to }) => to === 'referral_pending_consent')}
          />
          <CaseResponses t={t} requests={reading.questions} parties={file.chain} at={at} address={address} />
          <CaseRemedies t={t} remedies={file.remedies} address={address} />
          <CaseRelated t={t} related={related} address={address} />
          <CaseRatings t={t} followUp={followUp} />
          <p className="noprint">
            <a href={`${address}/code`}>{t('cases.code_link')}</a>
          </p>
          <p className="noprint">
            <a href={`${address}/hold`}>{t('cases.hold_link')}</a>
          </p>
          <p className="noprint">
            <a href={`${address}/rights`}>{t('cases.rights_link')}</a>
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
