import type { ReactNode } from 'react'
import { money } from '@/components/case/words'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'
import type { CaseMeasures, LoanMeasures } from '@/lib/domain/fees/measures/case-measures'
import { DEFAULT_EARNINGS, EARNINGS_KINDS } from '@/lib/domain/fees/measures/earnings'
import type { Measure } from '@/lib/domain/fees/measures/measure'
import type { Gap } from '@/lib/domain/fees/measures/told-versus-paid'
import { formatDecimal } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { ClaimTable } from './claim-table'
import { GapList } from './gap-list'
import { sayLoan } from './loan-words'

/** What the case cost, in money and in months of pay: each measure with its formula, and what it lacks said as such. */
export function Measures({
  t,
  ledger,
  measures,
  fees,
}: {
  t: Translator
  ledger: Ledger
  measures: CaseMeasures
  fees: string
}) {
  const yen = (jpy: bigint) => money(t, jpy, 'JPY') ?? ''
  const months = (value: number) => t('ledger.months_of_pay', { number: formatDecimal(value.toFixed(1), t.locale) })
  const loanOf = (id: string) => ledger.loans.find((loan) => loan.id === id)
  return (
    <section className="block" id="measures">
      <h2>{t('ledger.measures_heading')}</h2>
      <dl className="measures">
        <Figure
          t={t}
          fees={fees}
          name={t('ledger.measure_cost')}
          formula={t('ledger.formula_cost')}
          measure={withInterest(measures.costJpy, ledger)}
          show={yen}
        />
        {EARNINGS_KINDS.map((kind) => (
          <Figure
            key={kind}
            t={t}
            fees={fees}
            name={t(`ledger.measure_indicator_${kind}`)}
            formula={t(`ledger.formula_indicator_${kind}`)}
            remark={kind === DEFAULT_EARNINGS ? t('ledger.indicator_used') : undefined}
            measure={withInterest(measures.indicator[kind], ledger)}
            show={(indicator) => months(indicator.months)}
            work={({ costJpy, earningsJpy }) => `${yen(costJpy)} ÷ ${yen(earningsJpy)}`}
          />
        ))}
        <Figure
          t={t}
          fees={fees}
          name={t('ledger.measure_debt')}
          formula={t('ledger.formula_debt')}
          measure={measures.debtInMonthsOfPay}
          show={(debt) => months(debt.months)}
          work={({ debtJpy, earningsJpy }) => `${yen(debtJpy)} ÷ ${yen(earningsJpy)}`}
        />
        {measures.loans.map((loan) => {
          const known = loanOf(loan.loanId)
          return known ? <LoanFigures key={loan.loanId} t={t} fees={fees} name={sayLoan(t, known)} loan={loan} /> : null
        })}
        <GapFigure t={t} fees={fees} measure={measures.toldTotal} kind="total" />
        <Figure
          t={t}
          fees={fees}
          name={t('ledger.measure_untold')}
          formula={t('ledger.formula_untold')}
          measure={measures.untold}
          show={(untold) => t('ledger.untold', { amount: yen(untold.jpy), count: untold.payments })}
        />
        <GapFigure t={t} fees={fees} measure={measures.toldPay} kind="pay" />
      </dl>
      <ClaimTable t={t} ledger={ledger} claimable={measures.claimable} />
    </section>
  )
}

/** The cost holds the interest of loans only where somebody told it as a payment: else it is named as not known. */
function withInterest<Value>(measure: Measure<Value>, { lines, loans }: Ledger): Measure<Value> {
  const isUnknown =
    'value' in measure &&
    loans.some(({ removedAt, ratePercent }) => removedAt === null && ratePercent === null) &&
    !lines.some(({ category }) => category === 'fin_loan_interest')
  return isUnknown ? { value: measure.value, remarks: [...measure.remarks, 'loan_rate'] } : measure
}

/** One measure: its name, the figure or what is missing, how it is made. */
function Figure<Value>({
  t,
  fees,
  name,
  formula,
  remark,
  measure,
  show,
  work,
}: {
  t: Translator
  fees: string
  name: string
  formula: string
  remark?: string | undefined
  measure: Measure<Value>
  show: (value: Value) => ReactNode
  work?: (value: Value) => string
}) {
  const isMade = 'value' in measure
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {isMade ? <b className="num">{show(measure.value)}</b> : <span className="mute">{t('ledger.not_known')}</span>}
        {isMade && work ? <small className="num">{work(measure.value)}</small> : null}
        <small>{formula}</small>
        {remark === undefined ? null : <small>{remark}</small>}
        <GapList t={t} gaps={isMade ? measure.remarks : measure.missing} fees={fees} />
      </dd>
    </div>
  )
}

function LoanFigures({ t, fees, name, loan }: { t: Translator; fees: string; name: string; loan: LoanMeasures }) {
  return (
    <>
      <Figure
        t={t}
        fees={fees}
        name={t('ledger.measure_interest', { loan: name })}
        formula={t('ledger.formula_interest')}
        measure={loan.yearlyInterest}
        show={({ yearlyPercent }) =>
          t('ledger.percent_a_year', { rate: formatDecimal(yearlyPercent.toFixed(1), t.locale) })
        }
        work={({ basis }) => t(`ledger.interest_${basis}`)}
      />
      <Figure
        t={t}
        fees={fees}
        name={t('ledger.measure_repaid', { loan: name })}
        formula={t('ledger.formula_repaid')}
        measure={loan.untilRepaid}
        show={(repaid) => ('never' in repaid ? t('ledger.never_repaid') : t('ledger.months', { count: repaid.months }))}
      />
    </>
  )
}

function GapFigure({
  t,
  fees,
  measure,
  kind,
}: {
  t: Translator
  fees: string
  measure: Measure<Gap>
  kind: 'total' | 'pay'
}) {
  const yen = (jpy: bigint) => money(t, jpy, 'JPY') ?? ''
  return (
    <Figure
      t={t}
      fees={fees}
      name={t(`ledger.measure_told_${kind}`)}
      formula={t(`ledger.formula_told_${kind}`)}
      measure={measure}
      show={({ gapJpy }) =>
        gapJpy < 0n ? t('ledger.gap_less', { amount: yen(-gapJpy) }) : t('ledger.gap_more', { amount: yen(gapJpy) })
      }
      work={({ toldJpy, actualJpy }) => `${yen(actualJpy)} − ${yen(toldJpy)}`}
    />
  )
}
