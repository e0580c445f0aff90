import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { assessCase } from '@/lib/domain/fees/assessment/assess-case'
import type { CaseFeeFacts } from '@/lib/domain/fees/assessment/facts'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { liveRules } from '@/lib/domain/fees/rules/live-rules'
import { convert } from '@/lib/domain/money/convert'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { readRateFile } from '@/lib/domain/money/rate-file'
import { readFeeRule } from '@/lib/schemas/fees/fee-rule'
import { casesToAssess } from './assess-cases'

const SEED = path.join(process.cwd(), 'prisma', 'seed')
export const LINES_TO_ASSESS = 100_000
const WARM_UP_LINES = 5_000
const TURNS = 10

/** Payments a second: judged against every rule, and, as what that is compared with, only converted into yen. */
export type Assessments = {
  readonly lines: number
  readonly cases: number
  readonly rules: number
  readonly assessedPerSecond: number
  readonly convertedPerSecond: number
}

/** Assesses `lines` invented payments against all rules of this version, in this process, without a database. */
export async function benchAssessments(lines: number = LINES_TO_ASSESS): Promise<Assessments> {
  const rules = await seededRules()
  const rates: readonly ExchangeRate[] = readRateFile(
    await readFile(path.join(SEED, 'exchange-rates.csv'), 'utf8'),
    new Date().toISOString().slice(0, 7),
  ).rates
  const assess = (cases: readonly CaseFeeFacts[]) => {
    for (const facts of cases) assessCase(facts, rules, rates)
  }
  const toYen = (cases: readonly CaseFeeFacts[]) => {
    for (const { amount, paidOn } of cases.flatMap((facts) => facts.lines))
      if (amount) convert({ amountMinor: amount.minMinor, currency: amount.currency }, 'JPY', rates, paidOn)
  }
  const warmUp = casesToAssess(WARM_UP_LINES)
  toYen(warmUp)
  assess(warmUp)
  const cases = casesToAssess(lines)
  const tookMs = { assess: 0, toYen: 0 }
  // In turns, so that what else the machine does falls on both.
  for (let turn = 0; turn < TURNS; turn += 1) {
    const some = cases.filter((_, index) => index % TURNS === turn)
    tookMs.toYen += elapsed(() => toYen(some))
    tookMs.assess += elapsed(() => assess(some))
  }
  return {
    lines,
    cases: cases.length,
    rules: rules.length,
    assessedPerSecond: (lines / tookMs.assess) * 1000,
    convertedPerSecond: (lines / tookMs.toYen) * 1000,
  }
}

function elapsed(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

async function seededRules(): Promise<readonly FeeRule[]> {
  const file: unknown = JSON.parse(await readFile(path.join(SEED, 'fee-rules.json'), 'utf8'))
  if (!Array.isArray(file)) throw new TypeError('the rules of this version are not a list')
  return liveRules(
    file.map((raw: unknown) => {
      const read = readFeeRule(raw)
      if (!read.ok) throw new Error(`a rule of this version is refused: ${JSON.stringify(read.error)}`)
      return read.value
    }),
  )
}
