import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Grant } from '@/lib/access/grant'
import { deleteDraftFiles, listReadyFiles } from '@/lib/data/draft-files'
import { completeDraft, findDraft, insertWaitingDraft, RECEIPT_HOURS, WAITING_RECEIPT_HOURS } from '@/lib/data/drafts'
import { holdFeeBasis } from '@/lib/data/fee-basis'
import { insertNewCase } from '@/lib/data/new-case'
import { notify } from '@/lib/data/notices'
import { listOffices } from '@/lib/data/offices'
import { findPosterOrigin, type PosterOrigin } from '@/lib/data/posters'
import { markReport } from '@/lib/data/report-marks'
import { findUniqueViolation } from '@/lib/data/unique-violation'
import { within, type Scoped } from '@/lib/data/within'
import { CASE_NUMBER_BYTES, caseNumberFrom } from '@/lib/domain/case-number'
import { CONSENT_TEXT_VERSION } from '@/lib/domain/consents'
import { chooseOffice } from '@/lib/domain/offices'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import type { IntakeChannel } from '@/lib/domain/report/contact-channels'
import { openCase } from '@/lib/domain/report/open-case'
import { isSubmittable, prune } from '@/lib/domain/report/reached-answers'
import { unicodeAnswers, type TypedFields } from '@/lib/domain/report/unicode-answers'
import { err, ok, type Result } from '@/lib/domain/result'
import { SECRET_CODE_BYTES, secretCodeFrom } from '@/lib/domain/secret-code'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { readDraftPayload } from '@/lib/schemas/report/draft-payload'

/** What the worker keeps: the number to say to people, and the code to come back with. */
export type Receipt = { readonly number: string; readonly code: string }
/** `draft_missing`: nothing to send under this token; `not_submittable`: neither a story, written or spoken, nor a payment. */
export type SubmitError = { readonly code: 'draft_missing' | 'not_submittable' }
/** `already_received`: it is a case since an earlier sending, and its receipt was kept or is past its time. */
export type WaitingError = { readonly code: 'already_received' | 'not_submittable' }
/** How the consents of an assisted report were given to the officer who files it; `tap`: by the worker on the officer's device. */
export type AssistedConsentMethod = 'voice' | 'paper' | 'told_to_officer' | 'tap'

type FilingPermission = 'report.submit' | 'case.file_for_worker'

type Submission = {
  readonly answers: ReportAnswers
  readonly locale: string
  readonly channel: IntakeChannel
  /** Of the draft it comes from; null only where no browser is involved (imports, the demonstration). */
  readonly token: string | null
  /** Only without a draft: names the submission, so that sending it again makes no second case. */
  readonly submissionId?: string
  /** The code of the poster that led here, where no draft says it. */
  readonly via?: string
  /** How long the receipt can be seen until it is kept. */
  readonly receiptHours?: number
}

/** A number is drawn again when somebody has it: with 17 thousand million numbers, once in a long time. */
const ATTEMPTS = 5

/**
 * Makes a case of a worker's report. One draft makes one case however often it is sent: the second sending, a reload, or a
 * sending after a lost answer gets the first receipt again. The case, its key, its clocks, the audit event and the receipt are
 * written together or not at all.
 */
export function submitReport(
  grant: Grant<'report.submit'>,
  submission: Submission,
): Promise<Result<Receipt, SubmitError>> {
  return file(grant, submission, { method: 'tap', witnessStaffId: null })
}

/** The same for a report that staff write down for a worker, whose consents the officer witnessed. */
export function submitAssistedReport(
  grant: Grant<'case.file_for_worker'>,
  submission: Submission & { readonly consentMethod: AssistedConsentMethod },
): Promise<Result<Receipt, SubmitError>> {
  return file(grant, submission, { method: submission.consentMethod, witnessStaffId: grant.actor.id })
}

/**
 * The same for a report that was finished without network and waited on a phone: its draft begins and ends here, in one
 * transaction. One token makes one case for ever, also when two tabs send at once, an answer was lost, or the receipt was kept.
 */
export async function submitWaitingReport(
  grant: Grant<'report.submit'>,
  waiting: { readonly answers: ReportAnswers; readonly locale: string; readonly token: string },
): Promise<Result<Receipt, WaitingError>> {
  const { token, locale, answers } = waiting
  if (!isSubmittable(answers)) return err({ code: 'not_submittable' })
  const begin = (on: Scoped<'report.submit'>) =>
    insertWaitingDraft(on, token, { locale, payload: { answers, assisted: {} }, now: now() })
  try {
    const consent = { method: 'tap', witnessStaffId: null }
    const sent = await file(grant, { ...waiting, channel: 'web', receiptHours: WAITING_RECEIPT_HOURS }, consent, begin)
    if (sent.ok) return sent
    // A draft that is there and cannot be found is a receipt past its time.
    return err({ code: sent.error.code === 'draft_missing' ? 'already_received' : sent.error.code })
  } catch (error) {
    if (findUniqueViolation(error) !== 'cases_submission_id_key') throw error
    return err({ code: 'already_received' })
  }
}

type ConsentGiven = { readonly method: string; readonly witnessStaffId: string | null }

async function file<P extends FilingPermission>(
  grant: Grant<P>,
  submission: Submission,
  consent: ConsentGiven,
  begin?: (on: Scoped<P>) => Promise<void>,
): Promise<Result<Receipt, SubmitError>> {
  const { answers, typed } = unicodeAnswers(prune(submission.answers))
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await within(grant, async (on) => {
        await begin?.(on)
        return fileOnce(on, { ...submission, answers, typed }, consent)
      })
    } catch (error) {
      // A sending of the same draft at the same moment waits for the draft's lock; only a drawn number can collide.
      if (attempt === ATTEMPTS || findUniqueViolation(error) !== 'cases_number_key') throw error
    }
  }
}

async function fileOnce(
  on: Scoped<FilingPermission>,
  submission: Submission & { readonly typed: TypedFields },
  consent: ConsentGiven,
): Promise<Result<Receipt, SubmitError>> {
  const receivedAt = now()
  const { token, answers, typed } = submission
  const draft = token === null ? null : await findDraft(on, token, { lock: true, now: receivedAt })
  if (draft?.receipt) return ok({ number: draft.receipt.number, code: draft.receipt.code })
  if (token !== null && !draft) return err({ code: 'draft_missing' })
  const files = token !== null && draft ? await listReadyFiles(on, token, draft.id) : []
  const isSpoken = files.some(({ view }) => view.purpose === 'voice_story')
  if (!isSpoken && !isSubmittable(answers)) return err({ code: 'not_submittable' })

  const id = 'caseId' in on.grant.actor && on.grant.actor.caseId ? on.grant.actor.caseId : newId()
  const number = caseNumberFrom(randomBytes(CASE_NUMBER_BYTES))
  const code = secretCodeFrom(randomBytes(SECRET_CODE_BYTES))
  const opened = openCase(answers, receivedAt)
  const poster = await posterOf(on, submission.via ?? readDraftPayload(draft?.payload).via)
  await insertNewCase(on, {
    id,
    number,
    code,
    submissionId: draft?.id ?? submission.submissionId ?? newId(),
    officeId: poster?.officeId ?? (await officeFor(on, answers)),
    poster,
    answers,
    typed,
    opened,
    locale: submission.locale,
    channel: submission.channel,
    consent: { ...consent, textVersion: CONSENT_TEXT_VERSION },
    ...(await holdFeeBasis(on)),
    files,
    receivedAt,
  })
  if (isSentByReporter(on)) await markReport(on, { caseId: id, story: answers.story, receivedAt })
  await notify(on, { caseId: id, kind: opened.severity === 'critical' ? 'critical_report' : 'new_report', key: id })
  if (token !== null && draft) {
    const promises = {
      severity: opened.severity,
      receivedAt: receivedAt.toISOString(),
      isKept: opened.eraseDueAt === null,
      isCounted: answers.consents.includes('statistics'),
    }
    const keep = { now: receivedAt, hours: submission.receiptHours ?? RECEIPT_HOURS }
    await deleteDraftFiles(on, draft.id)
    await completeDraft(on, token, draft.id, { number, code, caseId: id, ...promises }, keep)
  }
  return ok({ number, code })
}

/** Where the code of a poster leads to. One that nobody made, or that was taken down, holds no report up. Staff file in their own office. */
async function posterOf(on: Scoped<FilingPermission>, via: string | undefined): Promise<PosterOrigin | null> {
  const { grant, db } = on
  if (via === undefined || !isReporting(grant)) return null
  return findPosterOrigin({ db, grant }, via)
}

function isSentByReporter(on: Scoped<FilingPermission>): on is Scoped<'report.submit'> {
  return isReporting(on.grant)
}

function isReporting(grant: Grant<FilingPermission>): grant is Grant<'report.submit'> {
  return grant.permission === 'report.submit'
}

async function officeFor(on: Scoped<FilingPermission>, answers: ReportAnswers): Promise<string> {
  const { actor } = on.grant
  if (actor.kind === 'staff') return actor.officeId
  const office = chooseOffice(await listOffices(on), answers.origin)
  if (!office) throw new Error('no office takes reports: npm run admin:create makes the first one')
  return office.id
}
