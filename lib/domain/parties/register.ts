import type { PartyRole } from '../fees/payees'
import { licenceKey } from './matching/match-parties'

/** What a name is to its party. */
export const NAME_KINDS = ['registered', 'trade', 'alias', 'former', 'romanised'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** Who gives a licence: the country, and the law or the authority. `country` is where its holders sit. */
export const LICENCE_REGIMES = [
  { code: 'vn_dolab', country: 'VN' },
  { code: 'id_p3mi', country: 'ID' },
  { code: 'id_lpk_so', country: 'ID' },
  { code: 'kh_mlvt', country: 'KH' },
  { code: 'mm_mol', country: 'MM' },
  { code: 'np_dofe', country: 'NP' },
  { code: 'ph_dmw', country: 'PH' },
  { code: 'cn_mofcom', country: 'CN' },
  { code: 'jp_supervising', country: 'JP' },
  { code: 'jp_registered_support', country: 'JP' },
  { code: 'jp_placement', country: 'JP' },
  { code: 'other', country: null },
] as const
export type LicenceRegime = (typeof LICENCE_REGIMES)[number]['code']
export const REGIME_CODES: readonly LicenceRegime[] = LICENCE_REGIMES.map(({ code }) => code)

export const LICENCE_STATUSES = ['valid', 'suspended', 'revoked', 'expired', 'unknown'] as const
export type LicenceStatus = (typeof LICENCE_STATUSES)[number]

/** Voluntary programmes a party can belong to (domain notes, part 9). */
export const PROGRAMMES = ['vj_feri', 'e_feri', 'iris', 'other'] as const
export type Programme = (typeof PROGRAMMES)[number]

/** A name as it is written down; days are `YYYY-MM-DD`. */
export type NameInput = { readonly name: string; readonly kind: NameKind }
export type LicenceInput = {
  readonly regime: LicenceRegime
  readonly number: string
  readonly fromOn: string | null
  readonly toOn: string | null
}
export type ProgrammeInput = {
  readonly programme: Programme
  readonly fromOn: string | null
  readonly toOn: string | null
}

/** What an officer says about a party. The first name is how it is called. */
export type PartyInput = {
  readonly country: string
  readonly roles: readonly PartyRole[]
  readonly names: readonly NameInput[]
  readonly licences: readonly LicenceInput[]
  readonly programmes: readonly ProgrammeInput[]
}

const SCRIPTS = [
  ['japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['han', /\p{Script=Han}/u],
  ['khmer', /\p{Script=Khmer}/u],
  ['burmese', /\p{Script=Myanmar}/u],
  ['devanagari', /\p{Script=Devanagari}/u],
  ['thai', /\p{Script=Thai}/u],
  ['latin', /\p{Script=Latin}/u],
] as const
export type PartyScript = (typeof SCRIPTS)[number][0] | 'other'

/** The script a name is written in: of a mixed one, the one that is not Latin. */
export function scriptOf(name: string): PartyScript {
  return SCRIPTS.find(([, letters]) => letters.test(name))?.[0] ?? 'other'
}

/** Whether two licences are the same one. */
export function isSameLicence(
  a: Pick<LicenceInput, 'regime' | 'number'>,
  b: Pick<LicenceInput, 'regime' | 'number'>,
): boolean {
  return a.regime === b.regime && licenceKey(a.number) === licenceKey(b.number)
}
