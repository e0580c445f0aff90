import type { OriginCode } from '../countries'
import type { DangerCode } from '../grievances/dangers'
import type { SchemeCode } from '../schemes'
import { directory, lineLanguageOf, REFERRAL_BODIES, type ReachableBody } from './directory'

/** Who to call beside police and ambulance, nearest help first. A self-harm line, a trainee's line, who deals with pay. */
const BODIES_FOR: Readonly<Record<DangerCode, readonly string[]>> = {
  in_danger_now: ['otit', 'human_rights', 'yorisoi'],
  sent_home_within_7_days: ['otit', 'isa_info', 'human_rights'],
  injured_without_care: ['otit', 'labour_hotline'],
  thinking_of_self_harm: ['yorisoi'],
  punished_for_complaining: ['otit', 'labour_hotline'],
  pregnant_and_threatened: ['otit', 'human_rights'],
  under_18: ['otit', 'yorisoi'],
}

/** More than this on a screen of danger is not read. */
const MOST_IN_JAPAN = 2

/** Who is in danger, as far as they said: the language of the page, the country of origin, the programme. */
export type InDanger = {
  readonly locale: string
  readonly origin: OriginCode | null
  readonly scheme: SchemeCode | null
  readonly dangers: readonly DangerCode[]
}

/**
 * Hotlines for a danger: at most two in Japan that answer in the reader's language and serve the programme, and one of the
 * country of origin where a number is known that can be dialled from Japan.
 */
export function dangerContacts({ locale, origin, scheme, dangers }: InDanger): readonly ReachableBody[] {
  const language = lineLanguageOf(locale)
  const wanted = [...new Set(dangers.flatMap((danger) => BODIES_FOR[danger]))]
  const answering = language === null ? [] : directory({ language, place: 'national', problem: null })
  const inJapan = wanted.flatMap((code) => answering.filter(({ body }) => body.code === code && serves(body, scheme)))
  const atHome = REFERRAL_BODIES.filter((body) => body.country !== 'JP' && body.country === origin)
    .map((body) => ({ body, lines: body.lines.filter(({ remark }) => remark === 'from_abroad') }))
    .filter(({ lines }) => lines.length > 0)
  return [...inJapan.slice(0, MOST_IN_JAPAN), ...atHome.slice(0, 1)]
}

function serves({ schemes }: ReachableBody['body'], scheme: SchemeCode | null): boolean {
  return schemes === '*' || scheme === null || scheme === 'not_sure' || schemes.includes(scheme)
}
