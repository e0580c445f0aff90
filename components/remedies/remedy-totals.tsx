import { money } from '@/components/case/words'
import type { Translator } from '@/lib/i18n/translate'

/** Money of one currency, and the same in yen at the rates of its months. */
export type TotalRow = {
  readonly currency: string
  readonly claimed: bigint
  readonly agreed: bigint
  readonly repaid: bigint
  readonly claimedJpy: bigint
  readonly agreedJpy: bigint
  readonly repaidJpy: bigint
}

const COLUMNS = [
  { name: 'remedies.total_claimed', of: 'claimed', yen: 'claimedJpy' },
  { name: 'remedies.total_agreed', of: 'agreed', yen: 'agreedJpy' },
  { name: 'remedies.total_repaid', of: 'repaid', yen: 'repaidJpy' },
] as const

/** Asked for, agreed, come back: by currency and, where there is another than yen, all of it in yen. */
export function RemedyTotals({
  t,
  totals,
  heading = t('remedies.totals_heading'),
}: {
  t: Translator
  totals: readonly TotalRow[]
  heading?: string
}) {
  if (totals.length === 0) return null
  const inYen = totals.some(({ currency }) => currency !== 'JPY')
  const sum = (of: (row: TotalRow) => bigint) => totals.reduce((all, row) => all + of(row), 0n)
  return (
    <>
      <table className="grid ledger" role="table">
        <caption className="vh">{heading}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('common.currency')}
            </th>
            {COLUMNS.map(({ name }) => (
              <th key={name} role="columnheader" scope="col" className="n">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {totals.map((row) => (
            <tr role="row" key={row.currency}>
              <th role="rowheader" scope="row">
                {row.currency}
              </th>
              {COLUMNS.map(({ name, of }) => (
                <td key={of} role="cell" className="n" data-label={t(name)}>
                  {money(t, row[of], row.currency)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {inYen ? (
          <tfoot role="rowgroup">
            <tr role="row">
              <th role="rowheader" scope="row">
                {t('remedies.totals_yen')}
              </th>
              {COLUMNS.map(({ name, yen }) => (
                <td key={yen} role="cell" className="n" data-label={t(name)}>
                  {money(
                    t,
                    sum((row) => row[yen]),
                    'JPY',
                  )}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
      <p className="by">{t('remedies.totals_formula')}</p>
    </>
  )
}
