/** Sex of a reporter, as told. */
export const SEX_CODES = ['female', 'male', 'other'] as const
export type SexCode = (typeof SEX_CODES)[number]

/** Age of a reporter in years; the bands of working age that the ILO counts by (ILOSTAT), the last one open. */
export const AGE_BANDS = ['under_18', '18_24', '25_34', '35_44', '45_plus'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

/** Line of work: the ones of the ISA/OTIT survey, and those of skilled workers beside them. */
export const SECTOR_CODES = [
  'agriculture',
  'fishery',
  'construction',
  'food_manufacturing',
  'textiles_clothing',
  'machinery_metal',
  'nursing_care',
  'cleaning',
  'hospitality',
  'other',
] as const
export type SectorCode = (typeof SECTOR_CODES)[number]

/** The highest school that was finished: the levels of ISCED 2011 that SDG indicator 10.7.1 is told by, in words people know. */
export const EDUCATION_LEVELS = [
  'none',
  'primary',
  'lower_secondary',
  'upper_secondary',
  'vocational',
  'university',
] as const
export type EducationLevel = (typeof EDUCATION_LEVELS)[number]

/** The lists of the four questions, in the order they are asked. */
export const PERSON_LISTS = {
  sex: SEX_CODES,
  ageBand: AGE_BANDS,
  education: EDUCATION_LEVELS,
  sector: SECTOR_CODES,
} as const
export type PersonField = keyof typeof PERSON_LISTS
export const PERSON_FIELDS = ['sex', 'ageBand', 'education', 'sector'] as const satisfies readonly PersonField[]

/** The list of words (`codes.<list>.<code>`) of each question. */
export const PERSON_LABELS = {
  sex: 'sex',
  ageBand: 'age_band',
  education: 'education',
  sector: 'sector',
} as const satisfies Record<PersonField, string>

/** Who a reporter is, as far as the statistics ask; null: not told, or no wish to say. */
export type PersonFacts = {
  readonly sex: SexCode | null
  readonly ageBand: AgeBand | null
  readonly education: EducationLevel | null
  readonly sector: SectorCode | null
}

/** Of whom nothing is told. */
export const NOTHING_TOLD: PersonFacts = { sex: null, ageBand: null, education: null, sector: null }

/** The facts out of stored or posted texts; what is in no list is not told. */
export function personFactsOf(texts: Readonly<Partial<Record<PersonField, string | null | undefined>>>): PersonFacts {
  const inList = <T extends string>(list: readonly T[], text: string | null | undefined) =>
    list.find((code) => code === text) ?? null
  return {
    sex: inList(SEX_CODES, texts.sex),
    ageBand: inList(AGE_BANDS, texts.ageBand),
    education: inList(EDUCATION_LEVELS, texts.education),
    sector: inList(SECTOR_CODES, texts.sector),
  }
}

/** The questions that two tellings answer differently. */
export function changedFacts(before: PersonFacts, after: PersonFacts): PersonField[] {
  return PERSON_FIELDS.filter((field) => before[field] !== after[field])
}

/** Whether anything is told. */
export function isAnythingTold(facts: PersonFacts): boolean {
  return changedFacts(NOTHING_TOLD, facts).length > 0
}
