import { GRIEVANCES } from '../grievances/catalog'
import { GRIEVANCE_GROUPS, type GrievanceGroup } from '../grievances/grievance-row'
import { BODIES_AT_HOME } from './bodies-at-home'
import { BODIES_IN_JAPAN } from './bodies'
import type { Line, LineLanguage, Place, ReferralBody } from './referral-body'

/** Every body a worker can be told of, those in Japan first. The one list of the product. */
export const REFERRAL_BODIES: readonly ReferralBody[] = [...BODIES_IN_JAPAN, ...BODIES_AT_HOME]

/** The problems a worker can look for: the groups of the report's first question. */
export const PROBLEMS = GRIEVANCE_GROUPS.filter((group) => group !== 'staff')

/** What a reader looks for; null is "any". */
export type DirectoryFilter = {
  readonly language: LineLanguage | null
  readonly place: Place | null
  readonly problem: GrievanceGroup | null
}

/** A body with the numbers that answer in the language asked for. */
export type ReachableBody = { readonly body: ReferralBody; readonly lines: readonly Line[] }

/** The bodies that fit, in the order of the list. One without a number is shown only where it is not asked who speaks what. */
export function directory(filter: DirectoryFilter): readonly ReachableBody[] {
  const { language, place, problem } = filter
  return REFERRAL_BODIES.filter((body) => place === null || body.places.includes(place))
    .filter((body) => problem === null || problemsOf(body).includes(problem))
    .map((body) => ({ body, lines: linesAnswering(body, language) }))
    .filter(({ body, lines }) =>
      body.lines.length > 0 ? lines.length > 0 : language === null || body.languages.includes(language),
    )
}

/** The bodies in Japan that answer in a language, each with the numbers that do. */
export function bodiesAnswering(language: LineLanguage): readonly ReachableBody[] {
  return directory({ language, place: 'national', problem: null })
}

/** What a body is for: the problems that staff would pass on to it, and those its own page names. */
export function problemsOf(body: ReferralBody): readonly GrievanceGroup[] {
  const codes: readonly string[] = body.actsAs
  const passedOn = GRIEVANCES.filter((row) =>
    [...row.referJapan, ...row.referOrigin].some((code: string) => codes.includes(code)),
  )
  const found = new Set<GrievanceGroup>([...passedOn.map(({ group }) => group), ...(body.alsoFor ?? [])])
  return PROBLEMS.filter((group) => found.has(group))
}

/** Every language that some number answers in, in the order of their codes. */
export function answeredLanguages(): readonly LineLanguage[] {
  return [...new Set(REFERRAL_BODIES.flatMap(({ languages }) => languages))].toSorted()
}

/** The language of a number for a reader of a page; null where bodies do not list it. */
export function lineLanguageOf(locale: string): LineLanguage | null {
  const code = locale.split('-')[0] ?? ''
  return answeredLanguages().find((language) => language === code) ?? null
}

function linesAnswering(body: ReferralBody, language: LineLanguage | null): readonly Line[] {
  return language === null
    ? body.lines
    : body.lines.filter((line) => (line.languages ?? body.languages).includes(language))
}
