import { DESTINATION_CODES, isOriginCode, ORIGIN_CODES, type DestinationCode, type OriginCode } from './countries'

/** A way of migration, origin then destination: `VN-JP`. */
export type CorridorCode = `${OriginCode}-${DestinationCode}`

/** Every corridor the product knows, in the order of the origins. */
export const CORRIDOR_CODES: readonly CorridorCode[] = DESTINATION_CODES.flatMap((destination) =>
  ORIGIN_CODES.map((origin) => corridorOf(origin, destination)),
)

/** The corridor between two countries: `corridorOf('VN', 'JP')` is `VN-JP`. */
export function corridorOf(origin: OriginCode, destination: DestinationCode): CorridorCode {
  return `${origin}-${destination}`
}

/** Whether a stored or posted text is a corridor code. */
export function isCorridorCode(text: string): text is CorridorCode {
  return CORRIDOR_CODES.some((code) => code === text)
}

/** The country a corridor starts from; throws a TypeError for a text that is no corridor. */
export function originOf(corridor: CorridorCode): OriginCode {
  const origin = corridor.slice(0, corridor.indexOf('-'))
  if (!isOriginCode(origin)) throw new TypeError(`not a corridor: ${corridor}`)
  return origin
}
