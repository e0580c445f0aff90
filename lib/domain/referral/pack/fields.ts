import { CURRENCIES, isCurrencyCode } from '@/lib/domain/money/currencies'
import type { Labeller, PackField, PackValue } from './pack'
import type { SourceMoney, SourceWords } from './pack-source'

/** Makes the fields of a pack; what is not known makes none. */
export type FieldMaker = ReturnType<typeof fieldMaker>

/** `words` finds the labels: of a field under `referrals.pack_<field>`, of a code under `codes.<list>.<code>` or where the office says it otherwise. */
export function fieldMaker(words: Labeller) {
  const field = (name: string, value: PackValue | null): readonly PackField[] =>
    value === null ? [] : [{ field: name, labels: words(`referrals.pack_${name}`, name), value }]
  return {
    code: (name: string, list: string, code: string | null) =>
      field(name, code === null ? null : { type: 'code', list, code, labels: words(keyOf(list, code), code) }),
    /** A code of people who work on cases, whose words are in their own room. */
    staffCode: (name: string, list: string, code: string | null) =>
      field(
        name,
        code === null ? null : { type: 'code', list, code, labels: words(`referrals.code_${list}_${code}`, code) },
      ),
    money: (name: string, amount: SourceMoney) => field(name, amount && moneyValue(amount)),
    date: (name: string, on: string | null) => field(name, on === null ? null : { type: 'date', on }),
    count: (name: string, value: number | null) => field(name, value === null ? null : { type: 'number', value }),
    words: (name: string, said: Pick<SourceWords, 'text' | 'language' | 'translation'> | null) =>
      field(
        name,
        said === null || said.text.trim() === ''
          ? null
          : { type: 'text', text: said.text, language: said.language, translation: said.translation },
      ),
    file: (name: string, value: Omit<Extract<PackValue, { type: 'file' }>, 'type'>) =>
      field(name, { type: 'file', ...value }),
  }
}

/** Lists whose words on worker pages say "my": a pack speaks as the office does. */
const OFFICE_WORDS: readonly string[] = ['payment_method', 'receipt', 'precision', 'collateral']

function keyOf(list: string, code: string): string {
  return OFFICE_WORDS.includes(list) ? `ledger.${list}_${code}` : `codes.${list}.${code}`
}

function moneyValue({ minor, currency }: NonNullable<SourceMoney>): PackValue {
  const digits = isCurrencyCode(currency) ? CURRENCIES[currency].minorDigits : 0
  return { type: 'money', minor: minor.toString(), currency, digits }
}
