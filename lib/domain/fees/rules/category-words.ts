import {
  FEE_CATEGORIES,
  FEE_CATEGORY_CODES,
  isFeeCategoryCode,
  type FeeCategoryCode,
  type FeeGroup,
} from '../categories'

/** The words a rule may use for a whole group of categories (domain notes, part 2). */
const GROUP_WORDS = { recruitment_fee: 'rf', related_cost: 'rc', illegitimate_cost: 'il' } as const satisfies Record<
  string,
  FeeGroup
>
type GroupWord = keyof typeof GROUP_WORDS

/** What a rule may name: categories and words for groups of them. */
export const CATEGORY_WORDS: readonly string[] = [...Object.keys(GROUP_WORDS), ...FEE_CATEGORY_CODES]

/** The categories that words stand for, in the order of the catalogue; a word that is none is left out. */
export function expandCategories(words: readonly string[], excluded: readonly string[] = []): FeeCategoryCode[] {
  const named = new Set(words.flatMap(categoriesOf))
  const without = new Set(excluded.flatMap(categoriesOf))
  return FEE_CATEGORY_CODES.filter((code) => named.has(code) && !without.has(code))
}

/** The shortest words for categories: a group's word where all of it is there. The inverse of `expandCategories`. */
export function categoryWords(codes: readonly FeeCategoryCode[]): string[] {
  const whole = groupWords().filter((word) => categoriesOf(word).every((code) => codes.includes(code)))
  const covered = new Set(whole.flatMap(categoriesOf))
  return [...whole, ...codes.filter((code) => !covered.has(code))]
}

function categoriesOf(word: string): readonly FeeCategoryCode[] {
  const groupWord = groupWords().find((known) => known === word)
  if (groupWord === undefined) return isFeeCategoryCode(word) ? [word] : []
  return FEE_CATEGORIES.filter(({ group }) => group === GROUP_WORDS[groupWord]).map(({ code }) => code)
}

function groupWords(): readonly GroupWord[] {
  return Object.keys(GROUP_WORDS) as readonly GroupWord[]
}
