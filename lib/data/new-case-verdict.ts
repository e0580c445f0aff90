import 'server-only'
import { assessCase } from '@/lib/domain/fees/assessment/assess-case'
import { caseFeeFacts, type FeeLineRow, type WageRow } from '@/lib/domain/fees/ledger/case-fee-facts'
import { assessmentColumns, verdictTotals } from '@/lib/domain/fees/ledger/stored-assessment'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { newId } from '@/lib/platform/ids'
import type { Prisma } from '@/prisma/generated/client'

/** The rows of a new case that its first verdict depends on. */
export type JudgedReport = {
  readonly answers: ReportAnswers
  readonly receivedAt: Date
  readonly lines: readonly Omit<FeeLineRow, 'rateOverride'>[]
  readonly wages: readonly WageRow[]
  readonly contractMonths: number | null
}

/** The first verdict on the payments of a new case: its row (none where nothing was paid) and what the case keeps of it. */
export function firstVerdict(
  caseId: string,
  { answers, receivedAt, lines, wages, contractMonths }: JudgedReport,
  rules: readonly FeeRule[],
  rates: readonly ExchangeRate[],
) {
  const facts = caseFeeFacts({
    origin: answers.origin ?? null,
    destination: answers.destination,
    scheme: answers.scheme ?? null,
    receivedAt,
    placement: {
      contractMonths,
      workStartedOn: null,
      workEndedOn: null,
      programmes: [],
      conditionsMet: [],
      conditionsNotMet: [],
    },
    lines: lines.map((line) => ({ ...line, rateOverride: null })),
    wages,
  })
  const assessment = assessCase(facts, rules, rates)
  const { ruleRefs, inputs, result, verdict } = assessmentColumns(facts, assessment)
  const row = {
    id: newId(),
    caseId,
    cause: 'report',
    verdict,
    ruleRefs: [...ruleRefs],
    inputs: inputs as Prisma.InputJsonObject,
    result: result as Prisma.InputJsonValue,
    assessedAt: receivedAt,
  }
  return { rows: lines.length === 0 ? [] : [row], totals: verdictTotals(assessment) }
}
