import type { Option } from '@/components/form/select-field'
import { codeWord, wordOf } from '@/components/case/words'
import { FEE_CATEGORIES, type FeeCategoryCode } from '@/lib/domain/fees/categories'
import type { LedgerParty } from '@/lib/domain/fees/ledger/ledger'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { monthNames } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { payeeValue } from '@/lib/schemas/ledger/payee-choice'

/** Codes of a list with the words officers use, the first one empty. `words` is the list in the room `ledger`, else in `codes`. */
export function codeOptions(t: Translator, list: string, codes: readonly string[], empty: string): Option[] {
  return [
    { value: '', text: empty },
    ...codes.map((value) => ({ value, text: wordOf(t, `ledger.${list}_${value}`, codeWord(t, list, value)) })),
  ]
}

/** Yes, no, or nobody said. */
export function yesNoOptions(t: Translator): Option[] {
  return [
    { value: '', text: t('common.not_given') },
    { value: 'yes', text: t('common.yes') },
    { value: 'no', text: t('common.no') },
  ]
}

/** Every category, with its group before it, in the order of the catalogue. */
export function categoryOptions(t: Translator): Option[] {
  return [
    { value: '', text: t('common.not_given') },
    ...FEE_CATEGORIES.map(({ code, group }) => ({
      value: code,
      text: t('ledger.category_option', {
        group: codeWord(t, 'fee_group', group),
        name: codeWord(t, 'fee_category', code),
      }),
    })),
  ]
}

/** The categories as cards in their groups, for a lump. */
export function categorySections(t: Translator) {
  const groups = [...new Set(FEE_CATEGORIES.map(({ group }) => group))]
  return groups.map((group) => ({
    title: codeWord(t, 'fee_group', group),
    choices: FEE_CATEGORIES.filter((row) => row.group === group).map(({ code }: { code: FeeCategoryCode }) => ({
      value: code,
      text: codeWord(t, 'fee_category', code),
    })),
  }))
}

/** Who can have been paid: the parties of the case by name, then every part somebody can play. */
export function payeeOptions(t: Translator, parties: readonly LedgerParty[], empty: string): Option[] {
  const role = (code: string) => codeWord(t, 'party_role', code)
  return [
    { value: '', text: empty },
    ...parties.map((party) => ({
      value: payeeValue({ role: party.role, casePartyId: party.id }),
      text:
        party.name === null
          ? t('ledger.payee_of_case', { role: role(party.role) })
          : t('ledger.payee_named', { name: party.name, role: role(party.role) }),
    })),
    ...PARTY_ROLES.map((code) => ({ value: code, text: role(code) })),
  ]
}

/** The months of a year, the first one empty. */
export function monthOptions(t: Translator): Option[] {
  return [
    { value: '', text: t('ledger.month_unknown') },
    ...monthNames(t.locale).map((name, index) => ({
      value: String(index + 1),
      text: t('common.month_choice', { number: index + 1, name }),
    })),
  ]
}
