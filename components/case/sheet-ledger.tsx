import { VerdictTag } from '@/components/fees/verdict-tag'
import { saidOf } from '@/components/fees/verdict-words'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { CaseFile } from '@/lib/domain/case-file'
import type { StoredAssessment } from '@/lib/domain/fees/ledger/ledger'
import { versionKey } from '@/lib/domain/fees/rules/live-rules'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, money, partialDate } from './words'

/** The payments on paper, each with its verdict and the rules that it was reached by. */
export function SheetLedger({ t, file, stored }: { t: Translator; file: CaseFile; stored: StoredAssessment | null }) {
  const { ledger, head } = file
  if (ledger.length === 0)
    return <p className="mute">{t(head.paidAnswer === 'no' ? 'cases.paid_nothing' : 'cases.paid_unsaid')}</p>
  return (
    <>
      <ScrollRegion label={t('cases.print_payments')}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('ledger.column_what')}</th>
              <th scope="col">{t('ledger.column_payee')}</th>
              <th scope="col">{t('ledger.column_when')}</th>
              <th scope="col" className="n">
                {t('ledger.column_paid')}
              </th>
              <th scope="col" className="n">
                JPY
              </th>
              <th scope="col">{t('cases.print_source')}</th>
            </tr>
          </thead>
          <tbody>
            {ledger.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  {line.category === null ? t('cases.unsaid') : codeWord(t, 'fee_category', line.category)}
                </th>
                <td>
                  {line.payeeName ??
                    (line.payeeRole === null ? t('cases.unsaid') : codeWord(t, 'party_role', line.payeeRole))}
                </td>
                <td>{partialDate(t, line.paidOn) ?? t('cases.unsaid')}</td>
                <td className="n">
                  {money(t, line.amountMinor, line.currency) ?? line.amountAsTyped ?? t('cases.forgotten')}
                </td>
                <td className="n">{money(t, line.jpyMinor, 'JPY') ?? '–'}</td>
                <td>
                  <LineVerdict t={t} stored={stored} lineId={line.id} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>
                {t('ledger.total')}
              </th>
              <td className="n" colSpan={2}>
                {money(t, head.paidTotalJpy, 'JPY')}
              </td>
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      {stored === null ? null : (
        <p className="by">
          {t('cases.print_rules', {
            rules: stored.rules.map(versionKey).join(', ') || '–',
            day: formatDayOf(stored.assessedAt, t.locale),
          })}
        </p>
      )}
    </>
  )
}

function LineVerdict({ t, stored, lineId }: { t: Translator; stored: StoredAssessment | null; lineId: string }) {
  const judged = stored?.assessment.lines.find((line) => line.lineId === lineId)
  if (!stored || !judged) return <>–</>
  const rules = judged.findings.flatMap((index) => {
    const finding = stored.assessment.findings[index]
    return finding ? [versionKey(finding.rule)] : []
  })
  return (
    <>
      <VerdictTag t={t} {...saidOf(judged)} />
      <small>{[...new Set(rules)].join(', ')}</small>
    </>
  )
}
