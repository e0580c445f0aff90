import { ORIGIN_CODES, type OriginCode } from '@/lib/domain/countries'
import { AGE_BANDS, SECTOR_CODES, SEX_CODES } from '@/lib/domain/report/person-facts'
import { SCHEME_CODES, type SchemeCode } from '@/lib/domain/schemes'
import { LANGUAGE_CODES } from '../registry/dimension-values'
import { UNKNOWN } from '../registry/dimensions'
import type { QuasiColumn } from './columns'

/** Stands for any value: the last step of every ladder. */
export const ANY = '*'

/** How a column is told ever more coarsely: `levels[0]` are the values themselves, the last is `*` for all. */
export type Ladder = { readonly column: QuasiColumn; readonly levels: readonly (readonly string[])[] }

const REGIONS: Readonly<Record<OriginCode, string>> = {
  VN: 'south_east_asia',
  PH: 'south_east_asia',
  ID: 'south_east_asia',
  MM: 'south_east_asia',
  KH: 'south_east_asia',
  TH: 'south_east_asia',
  LA: 'south_east_asia',
  NP: 'south_asia',
  LK: 'south_asia',
  BD: 'south_asia',
  IN: 'south_asia',
  PK: 'south_asia',
  CN: 'east_central_asia',
  MN: 'east_central_asia',
  UZ: 'east_central_asia',
  OTHER: 'other',
}
const AGES: Readonly<Record<(typeof AGE_BANDS)[number], string>> = {
  under_18: 'under_25',
  '18_24': 'under_25',
  '25_34': '25_34',
  '35_44': '35_plus',
  '45_plus': '35_plus',
}
const SCHEMES: Readonly<Record<SchemeCode, string>> = {
  titp: 'training',
  esd: 'training',
  ssw: 'skilled',
  engineer_humanities: 'skilled',
  other_migrant_worker: 'other',
  not_sure: 'other',
}
// Primary, secondary and tertiary sector, as in the System of National Accounts.
const SECTORS: Readonly<Record<(typeof SECTOR_CODES)[number], string>> = {
  agriculture: 'primary',
  fishery: 'primary',
  construction: 'industry',
  food_manufacturing: 'industry',
  textiles_clothing: 'industry',
  machinery_metal: 'industry',
  nursing_care: 'services',
  cleaning: 'services',
  hospitality: 'services',
  other: 'other',
}

/**
 * The ladder of a column. The values of listed columns are those of their list and `unknown`; months are given as year × 12 + month − 1,
 * both included; offices by their codes.
 */
export function ladderOf(
  column: QuasiColumn,
  { months, offices }: { readonly months: readonly [number, number]; readonly offices: readonly string[] },
): Ladder {
  switch (column) {
    case 'origin':
      return listed(column, ORIGIN_CODES, (code) => REGIONS[code as OriginCode])
    case 'age_band':
      return listed(column, AGE_BANDS, (code) => AGES[code as (typeof AGE_BANDS)[number]])
    case 'scheme':
      return listed(column, SCHEME_CODES, (code) => SCHEMES[code as SchemeCode])
    case 'sector':
      return listed(column, SECTOR_CODES, (code) => SECTORS[code as (typeof SECTOR_CODES)[number]])
    case 'sex':
      return listed(column, SEX_CODES)
    case 'language':
      return listed(column, LANGUAGE_CODES)
    case 'office':
      return { column, levels: [[...offices], offices.map(() => ANY)] }
    case 'received':
      return receivedLadder(...months)
  }
}

function listed(column: QuasiColumn, codes: readonly string[], wider?: (code: string) => string): Ladder {
  const values = [...codes, UNKNOWN]
  const middle = wider ? [[...codes.map(wider), UNKNOWN]] : []
  return { column, levels: [values, ...middle, values.map(() => ANY)] }
}

const year = (month: number) => String(Math.floor(month / 12))

/** A month (year × 12 + month − 1) as `2026-07`. */
export function monthText(month: number): string {
  return `${year(month)}-${String((month % 12) + 1).padStart(2, '0')}`
}

function receivedLadder(first: number, last: number): Ladder {
  const months = Array.from({ length: last - first + 1 }, (_, place) => first + place)
  return {
    column: 'received',
    levels: [
      months.map(monthText),
      months.map((month) => `${year(month)}-Q${Math.floor((month % 12) / 3) + 1}`),
      months.map(year),
      months.map(() => ANY),
    ],
  }
}
