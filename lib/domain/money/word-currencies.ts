import { amountText, amountTokens } from './amount-text'
import type { CurrencyCode } from './currencies'

/** Number words that belong to one language, and the money its speakers mean by them when they name none. */
const ROWS: readonly (readonly [words: string, currencies: readonly CurrencyCode[]])[] = [
  ['nghìn ngàn nghin ngan triệu trieu tr củ tỷ tỉ ty', ['VND']],
  ['ribu rb juta jt miliar milyar', ['IDR', 'MYR']],
  ['lakh lakhs lac lacs लाख লাখ লক্ষ crore crores करोड কোটি', ['NPR', 'INR', 'BDT', 'LKR', 'MMK']],
  ['सय शय', ['NPR']],
  ['ထောင် သောင်း သိန်း သိန္း thein သန်း သန္း ကုဋေ', ['MMK']],
  ['พัน หมื่น แสน ล้าน', ['THB']],
  ['ພັນ ໝື່ນ ແສນ ລ້ານ', ['LAK']],
  ['мянга сая', ['MNT']],
]

const USUAL: ReadonlyMap<string, readonly CurrencyCode[]> = new Map(
  ROWS.flatMap(([words, currencies]) => words.split(' ').map((word) => [word.normalize('NFKC'), currencies] as const)),
)

/**
 * Whether an amount is written in the number words of one country and meant in the money of another: "30 triệu" yen. Then it is
 * likelier that the list beside it was overlooked. An amount that names its money ("30 triệu yên") is believed.
 */
export function isOddWordFor(text: string, currency: CurrencyCode): boolean {
  const prepared = amountText(text)
  if (amountTokens(prepared)?.some(({ kind }) => kind === 'currency')) return false
  const usual = (prepared.match(/[\p{L}\p{M}]+/gu) ?? []).flatMap((word) => USUAL.get(word) ?? [])
  return usual.length > 0 && !usual.includes(currency)
}
