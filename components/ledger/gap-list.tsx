import type { MeasureGap } from '@/lib/domain/fees/measures/measure'
import type { Translator } from '@/lib/i18n/translate'

/** What a measure lacks or what makes it less sure, each with the way to the page that asks it. */
export function GapList({ t, gaps, fees }: { t: Translator; gaps: readonly MeasureGap[]; fees: string }) {
  if (gaps.length === 0) return null
  return (
    <ul className="asks">
      {[...new Set(gaps)].map((gap) => {
        const href = gapAt(fees, gap)
        return (
          <li key={gap}>
            {t(`ledger.gap_${gap}`)}{' '}
            {href === null ? null : (
              <a className="noprint" href={href}>
                {t('ledger.missing_answer')}
                <span className="vh">: {t(`ledger.gap_${gap}`)}</span>
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function gapAt(fees: string, gap: MeasureGap): string | null {
  switch (gap) {
    case 'first_month_pay':
    case 'last_month_pay':
    case 'told_pay':
    case 'first_month_deductions':
      return `${fees}/pay`
    case 'first_job_abroad_not_told':
    case 'told_total':
      return `${fees}/placement`
    case 'no_payment_told':
    case 'recovery_without_payment':
      return `${fees}/lines/new`
    case 'payment_amount':
    case 'payment_rate':
    case 'told_before_signing':
      return '#lines'
    case 'loan_outstanding':
    case 'loan_rate':
    case 'loan_term':
    case 'loan_repayment':
    case 'loan_facts_disagree':
      return '#loans'
    case 'pay_rate':
    case 'not_first_job_abroad':
    case 'verdict':
      return null
    default:
      throw new Error(`unhandled gap ${String(gap satisfies never)}`)
  }
}
