import { isOriginCode, type OriginCode } from './countries'
import { JAPAN_BODY_CODES, ORIGIN_BODY_KINDS } from './grievances/bodies'

/** The bodies a case of this origin can be passed to: those in Japan, then those of the country, as `VN_embassy`. */
export function bodyChoices(origin: string | null): readonly string[] {
  return [
    ...JAPAN_BODY_CODES,
    ...(origin !== null && isOriginCode(origin) && origin !== 'OTHER'
      ? ORIGIN_BODY_KINDS.map((kind) => originBody(origin, kind))
      : []),
  ]
}

/** The country of a body: the first part of its code. */
export function bodyCountry(bodyCode: string): string {
  return bodyCode.slice(0, bodyCode.indexOf('_'))
}

/** The code of a kind of body in a country of origin. */
export function originBody(origin: OriginCode, kind: (typeof ORIGIN_BODY_KINDS)[number]): string {
  return `${origin}_${kind}`
}
