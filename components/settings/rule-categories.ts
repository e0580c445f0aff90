import type { ChoiceSection } from '@/components/form/choice-group'
import { FEE_CATEGORIES, type FeeGroup } from '@/lib/domain/fees/categories'
import { CATEGORY_WORDS, expandCategories } from '@/lib/domain/fees/rules/category-words'
import type { Translator } from '@/lib/i18n/translate'

const GROUPS: readonly FeeGroup[] = ['rf', 'rc', 'il', 'fin']

/** The kinds of payment by group, each group led by the word for all of it where rules have one. */
export function categorySections(t: Translator): readonly ChoiceSection[] {
  return GROUPS.map((group) => {
    const members = FEE_CATEGORIES.filter((row) => row.group === group)
    const [first] = members
    const whole = CATEGORY_WORDS.flatMap((word) => {
      const key = `settings.category_word_${word}`
      const isOfGroup = first !== undefined && word !== first.code && expandCategories([word]).includes(first.code)
      return isOfGroup && t.has(key) ? [{ value: word, text: t(key) }] : []
    })
    return {
      title: t(`codes.fee_group.${group}`),
      choices: [...whole, ...members.map(({ code }) => ({ value: code, text: t(`codes.fee_category.${code}`) }))],
    }
  })
}
