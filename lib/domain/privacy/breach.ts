import { DATA_LAWS, lawsTouched } from './data-laws'

/** What kinds of data an incident is about; labels under `privacy.data_<kind>`. The first four need special care. */
export const BREACH_DATA = [
  'health',
  'violence',
  'crime',
  'union',
  'identity',
  'contact',
  'story',
  'money',
  'files',
  'staff',
] as const
export type BreachData = (typeof BREACH_DATA)[number]

/** Data whose loss is reported to the PPC however few people it is about: having suffered a crime is special-care information. */
export const SPECIAL_CARE: readonly BreachData[] = ['health', 'violence', 'crime', 'union']

/** Above so many people an incident is reported to the PPC whatever the data (APPI art. 26, domain notes part 10). */
export const PPC_PEOPLE = 1000

/** reported: nobody has judged it yet. closing: somebody says that all is done, another has to look. */
export const BREACH_STATES = ['reported', 'notifiable', 'not_notifiable', 'closing', 'closed'] as const
export type BreachState = (typeof BREACH_STATES)[number]

/** What was found of an incident so far. */
export type BreachFacts = {
  readonly knownAt: Date
  readonly data: readonly BreachData[]
  /** Null: not known yet. */
  readonly people: number | null
  readonly origins: readonly string[]
  /** Somebody did it on purpose. */
  readonly isIntended: boolean
  /** It could be used to take money from somebody. */
  readonly isFraudRisk: boolean
}

/** Why an incident is one for the authority; none: the office may still tell it. Labels under `privacy.reason_<reason>`. */
export type NotifyReason = 'special_care' | 'fraud_risk' | 'intended' | 'many_people' | 'people_unknown'

/** What of the facts makes it one for the authority (APPI art. 26; an unknown number counts as many). */
export function notifyReasons({ data, people, isIntended, isFraudRisk }: BreachFacts): readonly NotifyReason[] {
  return [
    ...(data.some((kind) => SPECIAL_CARE.includes(kind)) ? (['special_care'] as const) : []),
    ...(isFraudRisk ? (['fraud_risk'] as const) : []),
    ...(isIntended ? (['intended'] as const) : []),
    ...(people === null ? (['people_unknown'] as const) : people > PPC_PEOPLE ? (['many_people'] as const) : []),
  ]
}

/** What has to be done: `triage` judge it, `authority` tell the authority of a law, `final` the last report to the PPC, `persons` tell the people. */
export type BreachDuty = {
  readonly duty: 'triage' | 'authority' | 'final' | 'persons'
  readonly law: string | null
  readonly dueAt: Date
}

/** Within so many hours somebody judges an incident, and within so many every authority is told (house rule, strictest of the laws). */
export const TRIAGE_HOURS = 24
export const AUTHORITY_HOURS = 72
export const FINAL_DAYS = 30
export const FINAL_DAYS_INTENDED = 60

const HOUR_MS = 3_600_000

/** The one thing due before an incident is judged. */
export function triageDuty(knownAt: Date): BreachDuty {
  return { duty: 'triage', law: null, dueAt: new Date(knownAt.getTime() + TRIAGE_HOURS * HOUR_MS) }
}

/**
 * What is due once an incident is found to be one for the authorities: every law that it touches within 72 hours, also where the law
 * gives longer or its time is not known; the people, through the safe channel, in the same time; the final report to the PPC.
 */
export function dutiesOf(facts: BreachFacts): readonly BreachDuty[] {
  const after = (hours: number) => new Date(facts.knownAt.getTime() + hours * HOUR_MS)
  return [
    ...lawsTouched(facts.origins).map(({ code, notice }) => ({
      duty: 'authority' as const,
      law: code,
      dueAt: after(Math.min(notice?.withinHours ?? AUTHORITY_HOURS, AUTHORITY_HOURS)),
    })),
    { duty: 'persons', law: null, dueAt: after(AUTHORITY_HOURS) },
    { duty: 'final', law: 'jp_appi', dueAt: after((facts.isIntended ? FINAL_DAYS_INTENDED : FINAL_DAYS) * 24) },
  ]
}

/** Whether a stored word is a law of this version. */
export function isKnownLaw(code: string): boolean {
  return DATA_LAWS.some((law) => law.code === code)
}
