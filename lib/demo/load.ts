import 'server-only'
import { Client } from 'pg'
import { grantOpen, grantStaff } from '@/lib/access/grant'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { newId } from '@/lib/platform/ids'
import { submitAssistedReport, submitReport } from '@/lib/usecases/submit-report'
import { demoReports, type DemoReport, type DemoSize } from './demo-report'
import { inParallel } from './in-parallel'
import { live } from './life/live'
import { planLife } from './life/life-plan'
import { schedule } from './life/schedule'
import { at, withMoments } from './moment'
import { makeOffices, type DemoDesk } from './offices'
import { randomFrom, type Random } from './random'
import { WORDS_OF } from './words/words-of'

/** `size`: the whole survey (2,184 reports), or 120 with every state for development and browser tests. */
export type LoadOptions = { readonly onProgress: (done: number, total: number, what: string) => void; readonly size?: DemoSize }

/**
 * Fills an empty installation with invented offices, people and cases. Reports are sent through the product's own submit path
 * and live on through its use cases, each at its own moment of the last eighteen months. What is there already stays: reports
 * that a load before this one sent are not sent again, cases that somebody worked on are left alone.
 * Needs DATABASE_URL (the owner, for offices and accounts) beside the application's settings.
 */
export async function loadDemonstration({ onProgress, size = 'full' }: LoadOptions): Promise<void> {
  const owner = new Client({ connectionString: process.env['DATABASE_URL'] })
  await owner.connect()
  try {
    const desks = await makeOffices(owner)
    const today = new Date()
    const reports = demoReports(size, today, await readRates(owner))
    await withMoments(async () => {
      const present = await readCases(owner)
      const unsent = reports.filter(({ submissionId }) => !present.has(submissionId))
      await inParallel(unsent, (report) => at(report.course.receivedAt, () => send(report, deskFor(report, desks))), (done) => onProgress(done, reports.length * 2, 'reports'))
      const cases = await readCases(owner)
      await inParallel(
        reports,
        async (report) => {
          const stored = cases.get(report.submissionId)
          if (stored?.version === 1) await letLive(report, stored, deskFor(report, desks), today)
        },
        (done) => onProgress(reports.length + done, reports.length * 2, 'cases'),
      )
    })
  } finally {
    await owner.end()
  }
}

async function send(report: DemoReport, desk: DemoDesk): Promise<void> {
  const { answers, language: locale, channel, submissionId } = report
  const submission = { answers, locale, channel, submissionId, token: null }
  const officer = officerOf(report, desk)
  const assisting = channel === 'web' ? null : grantStaff(officer, 'case.file_for_worker')
  const result = assisting
    ? await submitAssistedReport(assisting, { ...submission, consentMethod: channel === 'paper' ? 'paper' : 'told_to_officer' })
    : await submitReport(grantOpen({ kind: 'reporter', caseId: newId() }, 'report.submit'), submission)
  if (!result.ok) throw new Error(`a report of the demonstration was refused: ${result.error.code}`)
}

function letLive(report: DemoReport, stored: StoredCase, desk: DemoDesk, today: Date): Promise<void> {
  const random = randomOf(report, 'life')
  const words = WORDS_OF[report.country]
  const acts = planLife(report, words, random)
  const demoCase = { id: stored.id, number: stored.number, language: report.language, officer: officerOf(report, desk), desk }
  return live(demoCase, acts, schedule(acts, report.course.receivedAt, today, random), random)
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

type StoredCase = { readonly id: string; readonly number: string; readonly version: number }

async function readCases(owner: Client): Promise<ReadonlyMap<string, StoredCase>> {
  const { rows } = await owner.query<StoredCase & { submission_id: string }>('SELECT id, number, version, submission_id FROM cases')
  return new Map(rows.map((row) => [row.submission_id, row]))
}

async function readRates(owner: Client): Promise<ExchangeRate[]> {
  const { rows } = await owner.query<{ currency: string; period: string; units: string; source: string }>(
    'SELECT currency, period, trim_scale(units_per_usd)::text AS units, source FROM exchange_rate',
  )
  return rows.flatMap(({ currency, period, units, source }) => (isCurrencyCode(currency) ? [{ currency, period, unitsPerUsd: units, source }] : []))
}
