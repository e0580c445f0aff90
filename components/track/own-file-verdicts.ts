import { explanationText, limitText } from '@/components/fees/explanation-text'
import { saySource, sourceName } from '@/components/fees/source-line'
import { noRuleNote, verdictLook } from '@/components/fees/verdict-words'
import { explain } from '@/lib/domain/fees/assessment/explain'
import type { LineAssessment } from '@/lib/domain/fees/assessment/assessment'
import type { StoredAssessment } from '@/lib/domain/fees/ledger/ledger'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { sayHowMuch, sayPayment, type ToldPayment } from './payment-list'

/** A line of the file: what it is, the words, and their language where they are of a person. */
export type Row = readonly [name: string, value: string, lang?: string]

/** The payments as they were told, and the verdict on them that counts now. A lump that was split is judged by its parts. */
export type FileVerdict = {
  readonly payments: readonly (ToldPayment & {
    readonly parts: readonly Pick<ToldPayment, 'id' | 'category' | 'lumpCategories' | 'amount'>[]
  })[]
  readonly stored: StoredAssessment
}

/** For each payment: how much, the verdict in a word, the sentence behind it, the other rules that speak of it, each with its source. */
export function verdictRows(t: Translator, { payments, stored }: FileVerdict): Row[] {
  const { lines } = stored.assessment
  const judged = payments
    .flatMap((payment) => [payment, ...payment.parts.map((part) => ({ ...payment, ...part, amountMaxMinor: null }))])
    .flatMap((payment): Row[] => {
      const line = lines.find(({ lineId }) => lineId === payment.id)
      return line === undefined
        ? []
        : [[`${sayPayment(t, payment)}, ${sayHowMuch(t, payment)}`, sayVerdict(t, line, stored)]]
    })
  if (judged.length === 0) return judged
  return [
    ...judged,
    [t('fees.looked_at', { date: formatDayOf(stored.assessedAt, t.locale) }), t('track.verdicts_note')],
  ]
}

function sayVerdict(t: Translator, line: LineAssessment, { assessment, rules }: StoredAssessment): string {
  const said = [t(verdictLook(line).word)]
  if (line.verdict === 'no_rule_known') said.push(t(`fees.${noRuleNote(line)}`))
  const decisive = line.decidedBy === null ? [] : [line.decidedBy]
  const others = line.findings.filter((index) => index !== line.decidedBy)
  for (const index of [...decisive, ...others]) {
    const finding = assessment.findings[index]
    const rule = finding && rules.find(({ id, version }) => id === finding.rule.id && version === finding.rule.version)
    if (!finding || !rule) continue
    const isDecisive = index === line.decidedBy
    const isOpen = isDecisive && line.verdict === 'missing_facts'
    if (!isDecisive && (finding.lane !== 'law' || finding.outcome === 'unknown')) continue
    // A ban that may or may not be about the payment: nothing is said of it until more is known.
    if (isOpen && rule.limit.type === 'prohibited') continue
    const explanation = explain(finding, rule)
    said.push(
      isOpen ? limitText(t, explanation) : explanationText(t, explanation),
      `${sourceName(rule)} · ${saySource(t, rule)}`,
    )
  }
  return said.filter((part) => part !== '').join('\n')
}
