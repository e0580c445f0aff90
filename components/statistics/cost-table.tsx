import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ShownClaim, ShownRecruitmentCost } from '@/lib/domain/statistics/shown-recruitment-cost'
import type { Translator } from '@/lib/i18n/translate'
import { tenthsText, wholeText } from './figure-text'
import { originName } from './origin-name'
import { ShownCell } from './shown-cell'

/** The cost in yen, the share of judged payments above the limit, and what could be asked back, by country. */
export function CostTable({ t, rows }: { t: Translator; rows: readonly ShownRecruitmentCost[] }) {
  return (
    <ScrollRegion label={t('statistics.cost_caption')}>
      <table className="grid">
        <caption className="vh">{t('statistics.cost_caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="keep">
              {t('statistics.country')}
            </th>
            {(['reports', 'cost_mean', 'cost_over', 'cost_cap', 'cost_zero_fee'] as const).map((name) => (
              <th key={name} scope="col" className="n">
                {t(`statistics.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Country key={row.origin} t={t} row={row} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Country({ t, row }: { t: Translator; row: ShownRecruitmentCost }) {
  const whole = (value: number | bigint) => wholeText(value, t.locale)
  const claim = ({ people, jpy }: ShownClaim) => (
    <ShownCell t={t} value={jpy} text={whole} remark={t('statistics.n_over', { people: whole(Number(people)) })} />
  )
  return (
    <tr>
      <th scope="row" className="keep">
        {originName(t, row.origin)}
      </th>
      <ShownCell t={t} value={row.reports} text={whole} />
      <ShownCell
        t={t}
        value={row.meanCostJpy}
        text={whole}
        remark={t('statistics.n_over', { people: whole(Number(row.costs)) })}
        missing={t('statistics.nobody')}
      />
      <ShownCell
        t={t}
        value={row.over.tenths}
        text={(tenths) => tenthsText(tenths, t.locale)}
        remark={t('statistics.cost_payments', { payments: whole(Number(row.over.payments)) })}
        missing={t('statistics.cost_not_judged')}
      />
      {claim(row.cap)}
      {claim(row.zeroFee)}
    </tr>
  )
}
