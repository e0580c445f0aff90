import type { AgeBand, EducationLevel, PersonFacts, SectorCode, SexCode } from '@/lib/domain/report/person-facts'
import type { Random } from './random'

/** So many in a hundred tell something of themselves, and of them each of the four answers. */
const TELLS = 0.8
const ANSWERS = 0.93

// Invented, in the proportions of technical interns as OTIT counts them: four women in ten, most under 35, women in food, care and
// clothes, men in construction and metal.
const SEX: Readonly<Record<SexCode, number>> = { female: 42, male: 57, other: 1 }
const AGE: Readonly<Partial<Record<AgeBand, number>>> = { '18_24': 46, '25_34': 42, '35_44': 10, '45_plus': 2 }
const EDUCATION: Readonly<Record<EducationLevel, number>> = {
  none: 1,
  primary: 5,
  lower_secondary: 17,
  upper_secondary: 55,
  vocational: 14,
  university: 8,
}
const OF_WOMEN: Readonly<Record<SectorCode, number>> = {
  agriculture: 11,
  fishery: 1,
  construction: 1,
  food_manufacturing: 36,
  textiles_clothing: 14,
  machinery_metal: 9,
  nursing_care: 14,
  cleaning: 4,
  hospitality: 4,
  other: 6,
}
const OF_OTHERS: Readonly<Record<SectorCode, number>> = {
  agriculture: 8,
  fishery: 3,
  construction: 38,
  food_manufacturing: 10,
  textiles_clothing: 1,
  machinery_metal: 24,
  nursing_care: 2,
  cleaning: 2,
  hospitality: 2,
  other: 10,
}

/** Who an invented worker is; undefined for who says nothing. */
export function personAnswer(random: Random): PersonFacts | undefined {
  const sex = random.weighted(SEX)
  const person = {
    sex,
    ageBand: random.weighted(AGE),
    education: random.weighted(EDUCATION),
    sector: random.weighted(sex === 'female' ? OF_WOMEN : OF_OTHERS),
  }
  if (!random.chance(TELLS)) return undefined
  const said = <T>(answer: T): T | null => (random.chance(ANSWERS) ? answer : null)
  return {
    sex: said(person.sex),
    ageBand: said(person.ageBand),
    education: said(person.education),
    sector: said(person.sector),
  }
}
