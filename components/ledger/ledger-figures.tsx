import { money } from '@/components/case/words'
import { Figures } from '@/components/ui/figures'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'
import type { CaseMeasures } from '@/lib/domain/fees/measures/case-measures'
import { DEFAULT_EARNINGS } from '@/lib/domain/fees/measures/earnings'
import { formatCount, formatDecimal } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** A sum of payments of which one is a range or forgotten counts it at its lower end: it is "at least". */
export function sayPaid(t: Translator, lines: Ledger['lines'], amount: string): string {
  const isAtLeast = lines.some(({ amountMaxMinor, jpyMinor }) => amountMaxMinor !== null || jpyMinor === null)
  if (isAtLeast) return t('ledger.at_least', { amount })
  return lines.some(({ precision }) => precision === 'about') ? t('common.about_amount', { amount }) : amount
}

/** The five numbers of a case: above a limit by sources read, what must be confirmed beside it, paid, months of pay, still owed. */
export function LedgerFigures({ t, ledger, measures }: { t: Translator; ledger: Ledger; measures: CaseMeasures }) {
  const yen = (jpy: bigint) => money(t, jpy, 'JPY') ?? ''
  const indicator = measures.indicator[DEFAULT_EARNINGS]
  const claim = 'value' in measures.claimable ? measures.claimable.value : null
  const { head, lines } = ledger
  const isCounted = lines.length === 0 || lines.some(({ jpyMinor }) => jpyMinor !== null)
  return (
    <Figures
      figures={[
        ...(claim === null
          ? []
          : [
              {
                name: t('ledger.figure_above'),
                value: yen(claim.aboveCapJpy - claim.likelyJpy),
                remark: t('ledger.figure_above_remark'),
              },
              ...(claim.likelyJpy === 0n
                ? []
                : [
                    {
                      name: t('ledger.figure_likely'),
                      value: yen(claim.likelyJpy),
                      remark: t('ledger.figure_likely_remark'),
                    },
                  ]),
            ]),
        {
          name: t('cases.paid_total'),
          value: isCounted ? sayPaid(t, lines, yen(head.paidTotalJpy)) : '–',
          remark: t('cases.lines', { count: lines.length, number: formatCount(lines.length, t.locale) }),
        },
        {
          name: t('ledger.figure_months'),
          value: 'value' in indicator ? formatDecimal(indicator.value.months.toFixed(1), t.locale) : '–',
          remark:
            'value' in indicator
              ? `${yen(indicator.value.costJpy)} ÷ ${yen(indicator.value.earningsJpy)}`
              : t('ledger.facts_missing'),
        },
        ...(head.debtJpy === null ? [] : [{ name: t('cases.debt_total'), value: yen(head.debtJpy) }]),
      ]}
    />
  )
}
