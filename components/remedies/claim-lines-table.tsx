import { ChoiceGroup } from '@/components/form/choice-group'
import { codeWord, money, partialDate } from '@/components/case/words'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'
import { CLAIM_LANES, claimableOf } from '@/lib/domain/remedies/claim-lines'
import type { Translator } from '@/lib/i18n/translate'

/** The payments of the ledger to tick, each with its verdict and what can be asked back of it on each ground. */
export function ClaimLinesChoice({ t, ledger }: { t: Translator; ledger: Ledger }) {
  const stored = ledger.assessment
  if (!stored || ledger.lines.length === 0) return <p className="mute">{t('remedies.no_lines')}</p>
  const choices = ledger.lines.map((line) => {
    const judged = stored.assessment.lines.find(({ lineId }) => lineId === line.id)
    const grounds = CLAIM_LANES.flatMap((lane) => {
      const sum = claimableOf(line, stored.assessment, lane)
      return sum === null
        ? []
        : [
            t('remedies.claimable', {
              ground: t(`remedies.lane_${lane}`),
              sum: money(t, sum.amountMinor, sum.currency) ?? '',
            }),
          ]
    })
    const payee = line.payeeName ?? (line.payeeRole && codeWord(t, 'party_role', line.payeeRole))
    const what = [
      money(t, line.amountMinor, line.currency) ?? t('cases.unsaid'),
      line.category && codeWord(t, 'fee_category', line.category),
      payee,
      partialDate(t, line.paidOn),
    ]
    const verdict = judged ? codeWord(t, 'verdict', judged.verdict) : null
    return {
      value: line.id,
      text: what.filter(Boolean).join(' · '),
      help: [verdict, ...(grounds.length === 0 ? [t('remedies.claimable_none')] : grounds)].filter(Boolean).join(' · '),
    }
  })
  return (
    <ChoiceGroup
      name="feeLineIds"
      kind="checkbox"
      legend={t('remedies.field_lines')}
      hint={t('remedies.field_lines_hint')}
      slim
      sections={[{ choices }]}
    />
  )
}
