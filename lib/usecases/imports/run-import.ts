import 'server-only'
import { randomBytes } from 'node:crypto'
import { grantOpen, grantStaff, type Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { holdFeeBasis, type FeeBasis } from '@/lib/data/fee-basis'
import { insertNewCases, type NewCase } from '@/lib/data/new-case'
import {
  findKnownSubmissions,
  listRows,
  submissionOf,
  updateRowsDone,
  type RowDone,
} from '@/lib/data/report-import-rows'
import { findImport, updateImport, type ReportImport } from '@/lib/data/report-imports'
import { findImportOwner, stopImports } from '@/lib/data/tended-imports'
import { notify, notifyOfEach, notifySelf } from '@/lib/data/notices'
import { findStaffActor } from '@/lib/data/staff-actor'
import { findUniqueViolation } from '@/lib/data/unique-violation'
import { within, type Scoped } from '@/lib/data/within'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { CASE_NUMBER_BYTES, caseNumberFrom } from '@/lib/domain/case-number'
import { CONSENT_TEXT_VERSION } from '@/lib/domain/consents'
import { openCase } from '@/lib/domain/report/open-case'
import { unicodeAnswers } from '@/lib/domain/report/unicode-answers'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { readRow } from '@/lib/schemas/imports/row-answers'
import { readImportWords, type ImportWords } from './import-words'

/** So many rows become cases in one transaction. */
const CHUNK = 200
const ATTEMPTS = 5

/**
 * Makes cases of the rows of an import, in the name of the officer who began it, for as long as that officer may and nobody stops it.
 * Each chunk is a transaction of its own: after a crash the next run goes on where the last one ended, and two runs at once wait for
 * each other. Returns how many chunks were done; `chunks` and `until` end the run early.
 */
export async function runImport(id: string, chunks = Number.POSITIVE_INFINITY, until?: Date): Promise<number> {
  const system = grantOpen({ kind: 'system' }, 'system.import')
  const owner = await within(system, (on) => findImportOwner(on, id))
  if (owner?.state !== 'running') return 0
  for (let done = 0; ; done += 1) {
    if (done >= chunks || (until !== undefined && now() >= until)) return done
    // Asked for each chunk: who is disabled or gets another role stops in the middle.
    const door = grantOpen({ kind: 'door' }, 'door.look_up')
    const actor = await within(door, (on) => findStaffActor(on, owner.createdById))
    const grant = actor?.officeId === owner.officeId ? grantStaff(actor, 'case.import') : null
    if (grant === null) {
      await within(system, (on) => stopImports(on, [id], now()))
      return done
    }
    if (!(await runChunk(grant, id))) return done
  }
}

async function runChunk(grant: Grant<'case.import'>, id: string): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await within(grant, (on) => chunkOnce(on, id))
    } catch (error) {
      // A drawn number that somebody has, or a row that another import makes at this moment: look again.
      const broken = findUniqueViolation(error)
      if (attempt === ATTEMPTS || (broken !== 'cases_number_key' && broken !== 'cases_submission_id_key')) throw error
    }
  }
}

async function chunkOnce(on: Scoped<'case.import'>, id: string): Promise<boolean> {
  const one = await findImport(on, id, { lock: true })
  const words = one && readImportWords(one)
  if (one?.state !== 'running' || !one.importSeal || !words) return false
  const at = now()
  const rows = await listRows(on, id, one.importSeal, { after: 0, most: CHUNK, states: ['waiting'] })
  if (rows.length === 0) {
    await updateImport(on, one, { state: 'done', finishedAt: at }, at)
    const detail = { importId: id, made: one.madeCount, same: one.sameCount, leftOut: one.wrongCount }
    await appendAudit(on, one.officeId, 'import.done', { detail })
    return false
  }
  const named = rows.map(({ number, cells }) => {
    const read = readRow(cells, words.mapping, words.known, dayInJapan(at))
    return { ...read, number, submissionId: submissionOf(one.officeId, { cells, reference: read.reference }) }
  })
  const known = await findKnownSubmissions(
    on,
    named.map(({ submissionId }) => submissionId),
  )
  const basis = await holdFeeBasis(on)
  const cases: NewCase[] = []
  const done: RowDone[] = []
  const inChunk = new Map<string, string>()
  for (const { number, answers, language, submissionId } of named) {
    const there = known.get(submissionId) ?? inChunk.get(submissionId)
    if (there !== undefined || known.has(submissionId)) {
      done.push({ number, state: 'same', caseId: there ?? null })
      continue
    }
    const made = newCaseOf({ answers, language, submissionId }, one, words, basis, at)
    inChunk.set(submissionId, made.id)
    cases.push(made)
    done.push({ number, state: 'made', caseId: made.id })
  }
  await updateRowsDone(on, id, done)
  await updateImport(on, one, { made: cases.length, same: done.length - cases.length }, at)
  if (cases.length > 0) {
    await insertNewCases(on, cases)
    await tellOfCases(on, id, cases)
  }
  return true
}

/** Each report of danger at once, as one that a worker sends, and whoever runs the import once of all of them; of the others one notice for the whole file. */
async function tellOfCases(on: Scoped<'case.import'>, importId: string, cases: readonly NewCase[]): Promise<void> {
  const isCritical = ({ opened }: NewCase) => opened.severity === 'critical'
  await notifyOfEach(
    on,
    'critical_report',
    cases.filter(isCritical).map(({ id }) => id),
  )
  const critical = cases.find(isCritical)
  if (critical) await notifySelf(on, { caseId: critical.id, kind: 'import_critical', key: importId })
  const calm = cases.find((one) => !isCritical(one))
  if (calm) await notify(on, { caseId: calm.id, kind: 'new_report', key: importId })
}

type Told = Pick<ReturnType<typeof readRow>, 'answers' | 'language'> & { readonly submissionId: string }

/** A report that an officer brings in a file. It has no secret code: an officer gives one out to the worker who needs it. */
function newCaseOf(
  { answers: told, language, submissionId }: Told,
  { officeId, createdById }: ReportImport,
  { mapping }: ImportWords,
  basis: FeeBasis,
  receivedAt: Date,
): NewCase {
  const { answers, typed } = unicodeAnswers(told)
  return {
    id: newId(),
    number: caseNumberFrom(randomBytes(CASE_NUMBER_BYTES)),
    code: null,
    submissionId,
    officeId,
    poster: null,
    answers,
    typed,
    opened: openCase(answers, receivedAt),
    locale: language,
    channel: mapping.channel,
    isToldByOthers: true,
    consent: { method: mapping.consentMethod, textVersion: CONSENT_TEXT_VERSION, witnessStaffId: createdById },
    ...basis,
    files: [],
    receivedAt,
  }
}
