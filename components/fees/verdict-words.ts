import type { SignName } from '@/components/ui/sign-shapes'
import type { LineAssessment, LineNote, Verdict } from '@/lib/domain/fees/assessment/assessment'
import type { MessageKey } from '@/lib/i18n/message-key'

/**
 * What makes the words of a verdict: a `likely_above` that rests on a ban is "likely not allowed", a `within_cap` by unread rules
 * alone "likely within the limit", and a payment no rule was asked about says why.
 */
export type SaidVerdict = Pick<LineAssessment, 'verdict' | 'isLikelyBan' | 'isLikelyWithin'> &
  Partial<Pick<LineAssessment, 'note'>>

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
const LIKELY_WITHIN: VerdictLook = { word: 'codes.verdict.likely_within', sign: 'check', look: 'none' }
const NOT_ASKED: Readonly<Record<LineNote, VerdictLook>> = {
  other_paid: { word: 'codes.verdict.other_paid', sign: 'info', look: 'none' },
  nothing_paid: { word: 'codes.verdict.nothing_paid', sign: 'info', look: 'none' },
}

/** Word, shape and colour of a verdict; a verdict never speaks by its colour alone. */
export function verdictLook({ verdict, isLikelyBan, isLikelyWithin, note = null }: SaidVerdict): VerdictLook {
  if (note !== null) return NOT_ASKED[note]
  if (verdict === 'within_cap' && isLikelyWithin) return LIKELY_WITHIN
  return verdict === 'likely_above' && isLikelyBan ? LIKELY_BAN : LOOKS[verdict]
}

/** What a tag needs of the verdict on a payment. */
export function saidOf({ verdict, isLikelyBan, isLikelyWithin, note }: SaidVerdict): SaidVerdict {
  return { verdict, isLikelyBan, isLikelyWithin, note: note ?? null }
}

/** The sentence, in room `fees`, under a payment that no rule says anything about: why none was asked, or that none is known. */
export function noRuleNote({ note }: Pick<LineAssessment, 'note'>): 'none_note' | `note_${LineNote}` {
  return note === null ? 'none_note' : `note_${note}`
}
