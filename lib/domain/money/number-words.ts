/**
 * How a number word behaves.
 * - `zeros`: the power of ten it stands for.
 * - `glued`: of the East Asian kind, where small units build up inside a larger one (千五百万).
 * - `shorthand`: a bare number after it is the next decimals, as people say in Viet Nam and
 *   Indonesia: `1tr5` is 1.5 million, not 1,000,005.
 * - `leads`: may also stand before its number, as in Burmese: သိန်း ၅၀ is fifty lakh.
 */
export type NumberWord = {
  readonly zeros: number
  readonly glued?: boolean
  readonly shorthand?: boolean
  readonly leads?: boolean
}

const GLUED = true
const SHORTHAND = true
const LEADS = true

// Written by row: words in several spellings, then what they stand for. Slang is included because
// people type as they speak: "củ" and "tr" for a million dong, "lapad" and "man" for 10,000 yen.
const ROWS: readonly (readonly [words: string, meaning: NumberWord])[] = [
  ['十 拾', { zeros: 1, glued: GLUED }],
  ['百', { zeros: 2, glued: GLUED }],
  ['千', { zeros: 3, glued: GLUED }],
  ['万 萬 man まん マン vạn', { zeros: 4, glued: GLUED }],
  ['億 亿', { zeros: 8, glued: GLUED }],
  ['nghìn ngàn nghin ngan', { zeros: 3, shorthand: SHORTHAND }],
  ['triệu trieu tr củ', { zeros: 6, shorthand: SHORTHAND }],
  ['tỷ tỉ ty', { zeros: 9, shorthand: SHORTHAND }],
  ['ribu rb', { zeros: 3, shorthand: SHORTHAND }],
  ['juta jt', { zeros: 6, shorthand: SHORTHAND }],
  ['miliar milyar', { zeros: 9, shorthand: SHORTHAND }],
  ['k thousand thousands libo libong ming', { zeros: 3 }],
  ['lapad မန်း မန္း म्यान', { zeros: 4 }],
  ['lakh lakhs lac lacs लाख লাখ লক্ষ', { zeros: 5 }],
  ['m mil mio mln million millions milyon milyong', { zeros: 6 }],
  ['crore crores करोड কোটি', { zeros: 7 }],
  ['billion billions bilyon', { zeros: 9 }],
  ['हजार हज़ार হাজার hajar hazar', { zeros: 3 }],
  ['सय शय', { zeros: 2 }],
  ['अर्ब अरब', { zeros: 9 }],
  // The second spelling is Zawgyi, as old phones type it.
  ['ရာ', { zeros: 2, leads: LEADS }],
  ['ထောင် ေထာင္', { zeros: 3, leads: LEADS }],
  ['သောင်း ေသာင္း', { zeros: 4, leads: LEADS }],
  ['သိန်း သိန္း thein', { zeros: 5, leads: LEADS }],
  ['သန်း သန္း', { zeros: 6, leads: LEADS }],
  ['ကုဋေ ကုေဋ', { zeros: 7, leads: LEADS }],
  ['ร้อย', { zeros: 2 }],
  ['พัน', { zeros: 3 }],
  ['หมื่น', { zeros: 4 }],
  ['แสน', { zeros: 5 }],
  ['ล้าน', { zeros: 6 }],
  ['រយ', { zeros: 2 }],
  ['ពាន់', { zeros: 3 }],
  ['ម៉ឺន', { zeros: 4 }],
  ['សែន', { zeros: 5 }],
  ['លាន', { zeros: 6 }],
  ['កោដិ', { zeros: 7 }],
  ['ប៊ីលាន', { zeros: 9 }],
  ['ພັນ', { zeros: 3 }],
  ['ໝື່ນ', { zeros: 4 }],
  ['ແສນ', { zeros: 5 }],
  ['ລ້ານ', { zeros: 6 }],
  ['мянга', { zeros: 3 }],
  ['сая', { zeros: 6 }],
]

/** Number words by their spelling in lower case, NFKC. */
export const NUMBER_WORDS: ReadonlyMap<string, NumberWord> = new Map(
  ROWS.flatMap(([words, meaning]) => words.split(' ').map((word) => [word.normalize('NFKC'), meaning] as const)),
)

/** Digits written as East Asian characters, one character each. */
export const CHARACTER_DIGITS: ReadonlyMap<string, string> = new Map([
  ...Array.from('〇一二三四五六七八九').map((digit, value) => [digit, String(value)] as const),
  ['零', '0'],
  ['两', '2'],
  ['兩', '2'],
])

/** Half of the unit before it: "2 triệu rưỡi" is 2.5 million. */
export const HALF_WORDS: readonly string[] = ['rưỡi', 'ruoi', 'ครึ่ง', 'ခွဲ', 'កន្លះ', '半']
