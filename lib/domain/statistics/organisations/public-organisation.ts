import type { Shown } from '../released-table'
import type { OrganisationMeasure } from './organisation-measures'

/** A name as the register has it; `script` as in lib/domain/parties/register.ts. */
export type PublicName = { readonly name: string; readonly kind: string; readonly script: string }

/** What became of a licence, the latest first. Days are `YYYY-MM-DD`. */
export type PublicLicenceStatus = { readonly status: string; readonly sinceOn: string | null; readonly source: string }

export type PublicLicence = {
  readonly regime: string
  readonly number: string
  readonly status: string
  readonly fromOn: string | null
  readonly toOn: string | null
  readonly source: string
  readonly history: readonly PublicLicenceStatus[]
}

export type PublicProgramme = {
  readonly programme: string
  readonly fromOn: string | null
  readonly toOn: string | null
}

/** An organisation as anybody finds it: public facts of the register only. */
export type PublicOrganisation = {
  readonly id: string
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly roles: readonly string[]
  readonly names: readonly PublicName[]
  readonly licences: readonly PublicLicence[]
  readonly programmes: readonly PublicProgramme[]
}

/** One number about an organisation. `base`: reports it is of; `value`: share (0 to 1), or yen. `s`: held back. */
export type OrganisationFigure = {
  readonly measure: OrganisationMeasure
  readonly base: Shown
  readonly hits: Shown
  readonly value: Shown
  readonly low: Shown
  readonly high: Shown
}

/** The numbers of an organisation. They are of reports received before the end of a quarter, and move only with quarters. */
export type OrganisationNumbers = {
  /** Independent reports. */
  readonly reports: number
  /** The last quarter that is counted, `2026-Q3`. */
  readonly countedTo: string
  readonly figures: readonly OrganisationFigure[]
}

/** What the organisation says to its numbers, in its words; `translations` by language, where there are any. */
export type OrganisationReply = {
  readonly text: string
  readonly language: string
  readonly repliedOn: string
  readonly translations: Readonly<Record<string, string>>
}

/** The page of an organisation. `numbers` is null where none are published; then there is no reply either. */
export type OrganisationPage = {
  readonly organisation: PublicOrganisation
  readonly numbers: OrganisationNumbers | null
  /** The day the organisation was told of the numbers and of its right to reply. */
  readonly informedOn: string | null
  readonly reply: OrganisationReply | null
}
