import type { ListError, ListMapping, ListRow } from './licence-list'
import type { LicenceRegime } from './register'

export type StoredTable = {
  readonly headings: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** How the columns of a list are read, and what all its rows have in common. */
export type ListSettings = {
  readonly columns: ListMapping
  readonly regime: LicenceRegime
  readonly country: string
  readonly role: string
  readonly source: string
}

type Known = { readonly id: string; readonly name: string }

/** What becomes of a row. `similar`: no licence of this number, but a name like it; somebody decides. */
export type PlannedRow = ListRow & {
  readonly outcome: 'new' | 'updated' | 'unchanged' | 'similar'
  readonly party: Known | null
  readonly licence: {
    id: string
    fromOn: string | null
    toOn: string | null
    status: string
    version: number
    hasName: boolean
  } | null
}

export type ListPlan = {
  readonly rows: readonly PlannedRow[]
  readonly errors: readonly ListError[]
  readonly seen: string
}

export type ListApplied = { readonly added: number; readonly updated: number; readonly left: number }
