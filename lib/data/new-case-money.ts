import 'server-only'
import { minorFrom } from '@/lib/domain/fees/fee-line'
import type { LoanInput } from '@/lib/domain/fees/ledger/ledger-changes'
import type { WageFactKind } from '@/lib/domain/fees/ledger/wage-facts'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { feeLineRow, fromAnswer } from './fee-lines'
import { loanColumns } from './loans'

/** The money of a report: its answers, who typed them (null: the worker), and when. */
export type ReportedMoney = {
  readonly answers: ReportAnswers
  readonly rates: readonly ExchangeRate[]
  readonly typedById: string | null
  readonly receivedAt: Date
}

/** The payments; each goes to the party of its role where the report names exactly one. */
export function feeRows(
  caseSeal: CaseSeal,
  { answers, rates, typedById, receivedAt }: ReportedMoney,
  parties: readonly { readonly id: string; readonly role: string }[],
) {
  return answers.fees.map((answer, index) => {
    const payee = parties.filter((party) => party.role === answer.payeeRole)
    return feeLineRow(caseSeal, rates, {
      ...fromAnswer(answer, payee.length === 1 ? (payee[0]?.id ?? null) : null),
      ...typedBy(typedById),
      position: index + 1,
      requestId: null,
      createdAt: receivedAt,
    })
  })
}

/** The debt, one loan of which more may be told later. */
export function loanRows(caseSeal: CaseSeal, { answers, rates, typedById, receivedAt }: ReportedMoney) {
  const { debt } = answers
  if (debt?.borrowed !== 'yes') return []
  const id = newId()
  const sum = (digits: string | undefined) => (debt.currency === undefined ? null : minorFrom(digits))
  const loan: LoanInput = {
    lenderKind: debt.lenderRole ?? null,
    lenderName: null,
    principalMinor: sum(debt.principalMinor),
    outstandingMinor: sum(debt.owedMinor),
    monthlyRepaymentMinor: sum(debt.monthlyMinor),
    currency: debt.currency ?? null,
    // What the column holds: 5 digits before the point, 4 after it.
    ratePercent:
      debt.ratePercent !== undefined && /^\d{1,5}(?:\.\d{1,4})?$/u.test(debt.ratePercent) ? debt.ratePercent : null,
    ratePeriod: debt.ratePeriod ?? null,
    termMonths: null,
    collateral: debt.collateral ?? null,
    borrowedOn: null,
  }
  // One column holds what was typed: what is owed, and of the others what could not be read.
  const typed = [
    debt.owedText,
    loan.principalMinor === null ? debt.principalText : undefined,
    loan.monthlyRepaymentMinor === null ? debt.monthlyText : undefined,
  ].filter(Boolean)
  return [
    {
      id,
      caseId: caseSeal.caseId,
      ...loanColumns(caseSeal, id, loan, rates, receivedAt),
      sealedAmountAsTyped: typed.length > 0 ? caseSeal.seal('loan.sealed_amount_as_typed', id, typed.join('; ')) : null,
      ...typedBy(typedById),
      createdAt: receivedAt,
    },
  ]
}

type ToldWage = {
  readonly kind: WageFactKind
  readonly minor: string | undefined
  readonly typed: string | undefined
  readonly currency: CurrencyCode | undefined
}

/** What the worker knows of the pay: an amount that could not be read is no fact yet. */
export function wageRows(caseSeal: CaseSeal, { answers, typedById, receivedAt }: ReportedMoney) {
  const { pay } = answers
  if (!pay) return []
  const { currency } = pay
  const told: readonly ToldWage[] = [
    { kind: 'contract_basic_wage', minor: pay.contractWageMinor, typed: pay.contractWageText, currency },
    { kind: 'first_month_actual', minor: pay.firstMonthMinor, typed: pay.firstMonthText, currency },
    { kind: 'planned_monthly_pay', minor: pay.plannedMinor, typed: pay.plannedText, currency: pay.plannedCurrency },
  ]
  return told.flatMap(({ kind, minor, typed, currency: unit }) => {
    const amountMinor = minorFrom(minor)
    if (amountMinor === null || unit === undefined) return []
    const id = newId()
    return [
      {
        id,
        caseId: caseSeal.caseId,
        kind,
        amountMinor,
        currency: unit,
        sealedAmountAsTyped: typed ? caseSeal.seal('wage_fact.sealed_amount_as_typed', id, typed) : null,
        forMonth: null,
        ...typedBy(typedById),
        createdAt: receivedAt,
      },
    ]
  })
}

/** The job, as soon as anything of it is known. */
export function placementRows(caseSeal: CaseSeal, { answers, receivedAt }: ReportedMoney) {
  const contractMonths = answers.pay?.contractMonths
  if (contractMonths === undefined) return []
  return [{ id: newId(), caseId: caseSeal.caseId, contractMonths, createdAt: receivedAt }]
}

function typedBy(staffId: string | null) {
  return { addedByKind: staffId ? ('staff' as const) : ('worker' as const), addedById: staffId }
}
