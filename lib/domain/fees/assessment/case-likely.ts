import type { CaseAssessment } from './assessment'

/** Whether a case is "likely not allowed": a ban is all that its verdict rests on, and an officer confirms it first. */
export function isCaseLikelyBan({ verdict, lines }: Pick<CaseAssessment, 'verdict' | 'lines'>): boolean {
  const deciding = lines.filter((line) => line.verdict === verdict)
  return deciding.length > 0 && deciding.every(({ isLikelyBan }) => isLikelyBan)
}

/** Whether a case is "likely within the limit": some payment of it is so only by rules that an officer must confirm. */
export function isCaseLikelyWithin({ verdict, lines }: Pick<CaseAssessment, 'verdict' | 'lines'>): boolean {
  return verdict === 'within_cap' && lines.some(({ isLikelyWithin }) => isLikelyWithin)
}
