import type { SignName } from '@/components/ui/sign-shapes'
import type { LineAssessment, Verdict } from '@/lib/domain/fees/assessment/assessment'
import type { MessageKey } from '@/lib/i18n/message-key'

/** What makes the words of a verdict: a `likely_above` that rests on a ban is "likely not allowed". */
export type SaidVerdict = Pick<LineAssessment, 'verdict' | 'isLikelyBan'>

/** How a verdict is drawn: its word, its shape, and the class that colours the card and the tag (solid is certain, outlined is not). */
export type VerdictLook = {
  readonly word: MessageKey
  readonly sign: SignName
  readonly look: 'within' | 'above' | 'prohibited' | 'likely' | 'none' | 'missing'
}

const LOOKS: Readonly<Record<Verdict, VerdictLook>> = {
  within_cap: { word: 'codes.verdict.within_cap', sign: 'check', look: 'within' },
  above_cap: { word: 'codes.verdict.above_cap', sign: 'limit', look: 'above' },
  prohibited: { word: 'codes.verdict.prohibited', sign: 'noentry', look: 'prohibited' },
  likely_above: { word: 'codes.verdict.likely_above', sign: 'limit', look: 'likely' },
  no_rule_known: { word: 'codes.verdict.no_rule_known', sign: 'more', look: 'none' },
  missing_facts: { word: 'codes.verdict.missing_facts', sign: 'info', look: 'missing' },
}

const LIKELY_BAN: VerdictLook = { word: 'codes.verdict.likely_ban', sign: 'limit', look: 'likely' }

/** Word, shape and colour of a verdict; a verdict never speaks by its colour alone. */
export function verdictLook({ verdict, isLikelyBan }: SaidVerdict): VerdictLook {
  return verdict === 'likely_above' && isLikelyBan ? LIKELY_BAN : LOOKS[verdict]
}
