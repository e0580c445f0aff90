import type { GrievanceCode } from '@/lib/domain/grievances/catalog'

/** The grievances of the demonstration: each has a plain sentence in every language, and none is graphic. */
export const DEMO_GRIEVANCES = [
  'fees_debt',
  'deposit_penalty',
  'wages_unpaid',
  'wage_deductions',
  'working_time',
  'contract_substitution',
  'document_retention',
  'accommodation',
  'harassment_bullying',
  'osh_injury',
  'forced_return',
  'movement_isolation',
  'transfer_restriction',
] as const satisfies readonly GrievanceCode[]

export type DemoGrievance = (typeof DEMO_GRIEVANCES)[number]

/** What officers write to a worker at the turns of a case. */
export type OfficerWords = {
  readonly received: string
  readonly question: string
  readonly progress: string
  readonly consentAsked: string
  readonly referred: string
  readonly remedyTerms: string
  readonly closed: string
}

/**
 * The words of invented workers from one country, and the names of invented organisations. Every name holds the
 * word for "sample" of its language, so that nobody takes it for a real one.
 */
export type LanguageWords = {
  /** BCP 47. */
  readonly language: string
  readonly openings: readonly string[]
  readonly grievances: Readonly<Record<DemoGrievance, string>>
  readonly wishes: readonly string[]
  readonly replies: readonly string[]
  readonly safeTimes: string
  readonly officer: OfficerWords
  readonly sendingOrganizations: readonly string[]
  readonly brokers: readonly string[]
  readonly trainingCenters: readonly string[]
}
