import type { CaseAssessment } from './assessment'

/** Whether a case is "likely not allowed": a ban is all that its verdict rests on, and an officer confirms it first. */
export function isCaseLikelyBan({ verdict, lines }: Pick<CaseAssessment, 'verdict' | 'lines'>): boolean {
  const deciding = lines.filter((line) => line.verdict === verdict)
  return deciding.length > 0 && deciding.every(({ isLikelyBan }) => isLikelyBan)
}
