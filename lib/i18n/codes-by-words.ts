import { ORIGIN_CODES } from '@/lib/domain/countries'
import { VERDICTS } from '@/lib/domain/fees/assessment/assessment'
import { GRIEVANCE_CODES } from '@/lib/domain/grievances/catalog'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { wordTokens } from '@/lib/domain/search/word-tokens'
import { SEVERITIES } from '@/lib/domain/severity-levels'
import { WAITING_ON } from '@/lib/domain/waiting-on'
import { STATES } from '@/lib/domain/workflow/states'
import { STAFF_LOCALES } from './locales'
import { translatorFor } from './translate'

/** Codes that stay with a case and stand among its words (facet, list of labels), and those that change with it. */
const KEPT = [
  { facet: 'g', list: 'codes.grievance', codes: GRIEVANCE_CODES },
  { facet: 'c', list: 'codes.origin', codes: ORIGIN_CODES },
  { facet: 'h', list: 'codes.scheme', codes: SCHEME_CODES },
  { facet: 'h', list: 'cases.scheme', codes: SCHEME_CODES },
] as const
const CHANGING = [
  { facet: 's', list: 'codes.state', codes: STATES },
  { facet: 'v', list: 'codes.severity', codes: SEVERITIES },
  { facet: 'f', list: 'codes.verdict', codes: VERDICTS },
  { facet: 'w', list: 'cases.waiting', codes: WAITING_ON },
] as const

type Named = { readonly facet: string; readonly tokens: ReadonlySet<string> }

/** What a search means by codes. `byToken`: the kept codes each word stands in the label of; `whole`: changing codes named by all words. */
export type NamedCodes = { readonly byToken: readonly (readonly string[])[]; readonly whole: readonly string[] }

let known: { readonly kept: readonly Named[]; readonly changing: readonly Named[] } | undefined

/** The codes whose labels, in any language of staff, have these words. */
export function codesNamed(tokens: readonly string[]): NamedCodes {
  known ??= { kept: KEPT.flatMap(labelsOf), changing: CHANGING.flatMap(labelsOf) }
  const { kept, changing } = known
  const unique = (named: readonly Named[]) => [...new Set(named.map(({ facet }) => facet))]
  return {
    byToken: tokens.map((token) => unique(kept.filter((one) => one.tokens.has(token)))),
    whole: tokens.length === 0 ? [] : unique(changing.filter((one) => tokens.every((token) => one.tokens.has(token)))),
  }
}

function labelsOf({ facet, list, codes }: (typeof KEPT | typeof CHANGING)[number]): Named[] {
  return STAFF_LOCALES.flatMap((locale) => {
    const t = translatorFor(locale)
    return codes.flatMap((code) => {
      const key = list.startsWith('cases.') ? `${list}_${code}` : `${list}.${code}`
      return t.has(key) ? [{ facet: `${facet}:${code}`, tokens: new Set(wordTokens(t(key))) }] : []
    })
  })
}
