import 'server-only'
import { Client } from 'pg'
import { grantOpen, grantStaff } from '@/lib/access/grant'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { Severity } from '@/lib/domain/severity-levels'
import type { CaseState } from '@/lib/domain/workflow/states'
import { productionEnv } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { remindOfDeadlines } from '@/lib/usecases/jobs/remind-of-deadlines'
import { submitAssistedReport, submitReport } from '@/lib/usecases/submit-report'
import { demoReports, type DemoReport, type DemoSize } from './demo-report'
import { inParallel } from './in-parallel'
import { keepLedger } from './ledger/keep-ledger'
import { officersLedgers } from './ledger/officers-ledgers'
import { historyOf } from './life/history'
import { planLife, type DatedAct } from './life/life-plan'
import type { DemoCase } from './life/demo-case'
import { live } from './life/live'
import { keptUp, schedule } from './life/schedule'
import { withRemedies } from './life/with-remedies'
import { writeHistories } from './life/write-histories'
import { at, withMoments } from './moment'
import { makeOffices, type DemoDesk } from './offices'
import { linkDemoParties, makeDemoParties } from './parties'
import { makeDemoPosters } from './posters'
import { randomFrom, type Random } from './random'
import { seeOldNotices } from './seen-notices'
import { WORDS_OF } from './words/words-of'

/** `size`: the whole survey (2,184 reports), or 120 with every state for development and browser tests. */
export type LoadOptions = {
  readonly onProgress: (done: number, total: number, what: string) => void
  readonly size?: DemoSize
}

/**
 * Fills an empty installation with invented offices, people and cases. Reports are sent through the product's own submit path
 * and live on through its use cases, each at its own moment of the last eighteen months. What is there already stays: reports
 * that a load before this one sent are not sent again, cases that somebody worked on are left alone.
 * Needs DATABASE_URL (the owner, for offices and accounts) beside the application's settings.
 */
export async function loadDemonstration({ onProgress, size = 'full' }: LoadOptions): Promise<void> {
  const owner = new Client({ connectionString: productionEnv().DATABASE_URL })
  await owner.connect()
  try {
    const desks = await makeOffices(owner)
    await makeDemoPosters(desks)
    const parties = await makeDemoParties(desks)
    const today = new Date()
    const reports = demoReports(size, today, await readRates(owner))
    await withMoments(async () => {
      const present = await readCases(owner)
      const unsent = reports.filter(({ submissionId }) => !present.has(submissionId))
      await inParallel(
        unsent,
        (report) => at(report.course.receivedAt, () => send(report, deskFor(report, desks))),
        (done) => onProgress(done, unsent.length, 'reports'),
      )
      const lives = livesOf(reports, await readCases(owner), desks, today)
      const isFew = latestOfEachState(lives)
      const step = (count: number) => onProgress(count, lives.length, 'cases')
      const few = lives.filter(isFew)
      await inParallel(few, ({ demoCase, acts }) => live(demoCase, acts), step)
      const many = lives.filter((life) => !isFew(life))
      for (let from = 0; from < many.length; from += BATCH) {
        await writeHistories(
          owner,
          many
            .slice(from, from + BATCH)
            .map(({ demoCase, wrappedKey, acts }) => historyOf(demoCase, wrappedKey, acts, today)),
        )
        step(few.length + Math.min(many.length, from + BATCH))
      }
      const looked = officersLedgers(reports)
      const kept = lives.filter(({ report }) => looked.has(report))
      await inParallel(
        kept,
        ({ demoCase, report, acts }) => keepLedger(demoCase, report, halfWay(acts, today), randomOf(report, 'ledger')),
        (done) => onProgress(done, kept.length, 'ledgers'),
      )
      await inParallel(
        few,
        ({ demoCase, acts }) => at(halfWay(acts, today), () => linkDemoParties(demoCase, parties)),
        (done) => onProgress(done, few.length, 'parties'),
      )
    })
    // What the clocks tell at the first start would be told at once, of eighteen months: here it is, before anybody signs in.
    await remindOfDeadlines()
    await seeOldNotices(owner)
  } finally {
    await owner.end()
  }
}

/** So many cases of each state live through the use cases, act by act; the lives of the others are written in batches. */
const FEW_OF_EACH_STATE = 5
const BATCH = 100
const LEDGER_MARGIN_MS = 20 * 60_000

type Life = {
  readonly demoCase: DemoCase
  readonly wrappedKey: Uint8Array
  readonly report: DemoReport
  readonly state: CaseState
  readonly acts: readonly DatedAct[]
}

/** What happens to the cases that nobody has worked on yet. */
function livesOf(
  reports: readonly DemoReport[],
  cases: ReadonlyMap<string, StoredCase>,
  desks: readonly DemoDesk[],
  today: Date,
): Life[] {
  return reports.flatMap((report) => {
    const stored = cases.get(report.submissionId)
    if (!stored || stored.version > 1 || report.course.state === 'received') return []
    const random = randomOf(report, 'life')
    const words = WORDS_OF[report.country]
    const desk = deskFor(report, desks)
    const { receivedAt, state } = report.course
    const scheduled = { state, severity: stored.severity, receivedAt }
    const told = keptUp(
      schedule(planLife(report, words, random), scheduled, today, random),
      scheduled,
      words.officer.progress,
      today,
      random,
    )
    const about = { receivedAt, costJpy: stored.cost_jpy }
    const acts = withRemedies(told, about, today, randomOf(report, 'remedy'))
    const demoCase = {
      id: stored.id,
      number: stored.number,
      severity: stored.severity,
      language: report.language,
      receivedAt,
      officer: officerOf(report, desk),
      desk,
      costJpy: stored.cost_jpy,
      parties: stored.parties,
    }
    return [{ demoCase, wrappedKey: stored.wrapped_key, report, state, acts }]
  })
}

/** The latest of each state: what use cases cannot do yet, such as a follow-up after weeks, does not lie behind them. */
function latestOfEachState(lives: readonly Life[]): (life: Life) => boolean {
  const seen = new Map<CaseState, number>()
  const few = new Set(
    lives.toReversed().filter(({ state }) => {
      const before = seen.get(state) ?? 0
      seen.set(state, before + 1)
      return before < FEW_OF_EACH_STATE
    }),
  )
  return (life) => few.has(life)
}

/** Between the last act of a life and today, with room for what is done there. */
function halfWay(acts: readonly DatedAct[], today: Date): Date {
  const last = acts.at(-1)?.moment ?? today
  return new Date(Math.min((last.getTime() + today.getTime()) / 2, today.getTime() - LEDGER_MARGIN_MS))
}

async function send(report: DemoReport, desk: DemoDesk): Promise<void> {
  const { answers, language: locale, channel, submissionId } = report
  const submission = { answers, locale, channel, submissionId, token: null }
  const officer = officerOf(report, desk)
  const assisting = channel === 'web' ? null : grantStaff(officer, 'case.file_for_worker')
  const result = assisting
    ? await submitAssistedReport(assisting, {
        ...submission,
        consentMethod: channel === 'paper' ? 'paper' : 'told_to_officer',
      })
    : await submitReport(grantOpen({ kind: 'reporter', caseId: newId() }, 'report.submit'), submission)
  if (!result.ok) throw new Error(`a report of the demonstration was refused: ${result.error.code}`)
}

/** The same officer of the desk every time. */
function officerOf(report: DemoReport, desk: DemoDesk) {
  return randomOf(report, 'officer').pick(desk.caseworkers)
}

function randomOf(report: DemoReport, purpose: string): Random {
  return randomFrom(`${purpose} of ${report.submissionId}`)
}

function deskFor({ country }: DemoReport, desks: readonly DemoDesk[]): DemoDesk {
  const desk = desks.find(({ intakeOrigins }) => intakeOrigins.includes(country)) ?? desks[0]
  if (!desk) throw new Error('the demonstration has no office')
  return desk
}

type StoredCase = {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly severity: Severity
  readonly wrapped_key: Uint8Array
  readonly cost_jpy: bigint | null
  readonly parties: Readonly<Record<string, string>>
}

async function readCases(owner: Client): Promise<ReadonlyMap<string, StoredCase>> {
  const { rows } = await owner.query<Omit<StoredCase, 'cost_jpy'> & { submission_id: string; cost_jpy: string | null }>(
    `SELECT c.id, c.number, c.version, c.severity, c.submission_id, k.wrapped_key, c.recruitment_cost_jpy AS cost_jpy,
       (SELECT coalesce(jsonb_object_agg(p.role, p.id), '{}') FROM case_party p WHERE p.case_id = c.id) AS parties
     FROM cases c JOIN case_key k ON k.case_id = c.id`,
  )
  return new Map(
    rows.map(({ cost_jpy, ...row }) => [
      row.submission_id,
      { ...row, cost_jpy: cost_jpy === null ? null : BigInt(cost_jpy) },
    ]),
  )
}

async function readRates(owner: Client): Promise<ExchangeRate[]> {
  const { rows } = await owner.query<{ currency: string; period: string; units: string; source: string }>(
    'SELECT currency, period, trim_scale(units_per_usd)::text AS units, source FROM exchange_rate',
  )
  return rows.flatMap(({ currency, period, units, source }) =>
    isCurrencyCode(currency) ? [{ currency, period, unitsPerUsd: units, source }] : [],
  )
}
