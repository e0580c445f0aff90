import { Severity } from '@/components/ui/tag'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { codeWord, money, severityLevel } from '@/components/case/words'
import type { CaseState } from '@/lib/domain/workflow/states'
import type { Severity as SeverityCode } from '@/lib/domain/severity-levels'
import type { Translator } from '@/lib/i18n/translate'

/** A case of a group as its row shows it; yen. */
export type GroupCaseRow = {
  readonly caseId: string
  readonly number: string
  readonly state: CaseState
  readonly severity: SeverityCode
  readonly isErased: boolean
  readonly assignee: string | null
  readonly paidTotalJpy: bigint
  readonly claimedJpy: bigint
  readonly agreedJpy: bigint
  readonly repaidJpy: bigint
}

const SUMS = ['paidTotalJpy', 'claimedJpy', 'agreedJpy', 'repaidJpy'] as const

/** The cases of a group with their money, and the sums below. */
export function GroupCases({ t, rows, here }: { t: Translator; rows: readonly GroupCaseRow[]; here: string }) {
  const yen = (sum: bigint) => money(t, sum, 'JPY')
  return (
    <ScrollRegion label={t('cases.group_cases')}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('cases.group_column_cases')}</th>
            <th scope="col">{t('cases.column_severity')}</th>
            <th scope="col">{t('cases.column_officer')}</th>
            <th scope="col">{t('cases.group_paid')}</th>
            <th scope="col">{t('cases.group_claimed')}</th>
            <th scope="col">{t('cases.group_agreed')}</th>
            <th scope="col">{t('cases.group_repaid')}</th>
            <th scope="col" className="noprint">
              {t('cases.group_remove')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.caseId}>
              <th scope="row">
                <a className="code" href={`/${t.locale}/cases/${row.number}`}>
                  {row.number}
                </a>
                <br />
                <small className="mute">
                  {row.isErased ? t('cases.group_outcome_erased') : codeWord(t, 'state', row.state)}
                </small>
              </th>
              <td>
                <Severity level={severityLevel(row.severity)}>{codeWord(t, 'severity', row.severity)}</Severity>
              </td>
              <td>{row.assignee ?? t('cases.nobody')}</td>
              {SUMS.map((sum) => (
                <td key={sum} className="num">
                  {yen(row[sum])}
                </td>
              ))}
              <td className="noprint">
                <a href={`${here}?remove=${row.number}#remove`}>{t('cases.group_remove')}</a>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('cases.group_total')}
            </th>
            {SUMS.map((sum) => (
              <td key={sum} className="num">
                {yen(rows.reduce((all, row) => all + row[sum], 0n))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}
