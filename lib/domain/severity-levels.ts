/** How pressing a case is, the most pressing first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const

/** How pressing a case is. */
export type Severity = (typeof SEVERITIES)[number]

/** The more pressing of two severities. */
export function moreSevere(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b) ? a : b
}
