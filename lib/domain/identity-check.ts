/** How an officer and a worker without the code met; labels under `codes.met_how`. */
export const MET_HOWS = ['in_person', 'video', 'phone'] as const
export type MetHow = (typeof MET_HOWS)[number]

/**
 * Facts of a case that an officer can ask for; labels under `codes.identity_fact`. None of them is on the ticket or can be seen on
 * a screen from the side for long.
 */
export const IDENTITY_FACTS = [
  'received_month',
  'origin',
  'scheme',
  'language',
  'party_name',
  'amount',
  'paid_month',
  'matter',
  'safe_times',
] as const
export type IdentityFact = (typeof IDENTITY_FACTS)[number]

/**
 * Facts that are of this one case. The others an employer, a broker or a room-mate knows of every worker: a wrong answer to them
 * refuses, a right one proves nothing.
 */
export const TELLING_FACTS: readonly IdentityFact[] = ['party_name', 'amount', 'paid_month', 'matter', 'safe_times']

/** What came of asking one fact. */
export const ASKED_RESULTS = ['not_asked', 'matched', 'mismatched'] as const
export type AskedResult = (typeof ASKED_RESULTS)[number]

/** So many telling facts must match, and of all that were asked none may be wrong. */
export const FACTS_NEEDED = 3
/** So often a case may be tried in a day, whoever tries. */
export const CHECKS_A_DAY = 3
/** So long a check that was passed may be used. */
export const CHECK_LASTS_HOURS = 24

/** What was asked and what came of it. */
export type IdentityAnswers = { readonly [fact in IdentityFact]?: AskedResult }

/** The result of a check: only what was asked counts. */
export type IdentityVerdict = {
  readonly asked: { readonly [fact: string]: 'matched' | 'mismatched' }
  readonly matched: number
  readonly mismatched: number
  readonly outcome: 'passed' | 'refused'
}

/**
 * Whether somebody is believed to be the worker of a case: three telling facts right, none of any kind wrong. The database
 * decides the same again (app.identity_enough).
 */
export function judgeIdentity(answers: IdentityAnswers): IdentityVerdict {
  const asked: { [fact: string]: 'matched' | 'mismatched' } = {}
  for (const fact of IDENTITY_FACTS) {
    const result = answers[fact]
    if (result === 'matched' || result === 'mismatched') asked[fact] = result
  }
  const results = Object.values(asked)
  const matched = results.filter((result) => result === 'matched').length
  const mismatched = results.length - matched
  const telling = TELLING_FACTS.filter((fact) => asked[fact] === 'matched').length
  return { asked, matched, mismatched, outcome: telling >= FACTS_NEEDED && mismatched === 0 ? 'passed' : 'refused' }
}

/**
 * Enough of a fact to compare it with what somebody says, and not to read it out: the first letter of each word, the rest as dots.
 * Numbers keep their first digit and how many there are.
 */
export function maskFact(text: string): string {
  return text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const [first = '', ...rest] = Array.from(word)
    return `${first}${'•'.repeat(rest.length)}`
  })
}
