import { typedText } from '../writing/typed-text'

/** A month by its name; `bikram_sambat` months begin in the middle of ours. */
export type NamedMonth = { readonly month: number; readonly calendar: 'common' | 'bikram_sambat' }

// January first, words of one month between bars; full names and the short ones people type. Vietnamese, Chinese and Japanese
// months are numbers, which are read as such.
const COMMON: readonly string[] = [
  // English, Indonesian, Filipino
  'january jan januari enero|february feb februari pebrero febrero|march mar maret marso|april apr abril|may mei mayo|june jun juni hunyo|july jul juli hulyo|august aug agustus ags agt agosto|september sept sep setyembre|october oct oktober okt oktubre|november nov nobyembre|december dec desember des disyembre',
  // Vietnamese in words
  'tháng_một tháng_giêng|tháng_hai|tháng_ba|tháng_tư|tháng_năm|tháng_sáu|tháng_bảy|tháng_tám|tháng_chín|tháng_mười|tháng_mười_một|tháng_mười_hai',
  // Burmese
  'ဇန်နဝါရီ|ဖေဖော်ဝါရီ|မတ်|ဧပြီ|မေ|ဇွန်|ဇူလိုင်|ဩဂုတ် သြဂုတ်|စက်တင်ဘာ|အောက်တိုဘာ|နိုဝင်ဘာ|ဒီဇင်ဘာ',
  // Khmer
  'មករា|កុម្ភៈ កុម្ភះ|មីនា|មេសា|ឧសភា|មិថុនា|កក្កដា|សីហា|កញ្ញា|តុលា|វិច្ឆិកា|ធ្នូ',
  // Nepali (and Hindi) names of our months
  'जनवरी|फेब्रुअरी फरवरी|मार्च|अप्रिल अप्रैल|मे मई|जुन जून|जुलाई|अगस्ट अगस्त|सेप्टेम्बर सितंबर|अक्टोबर अक्टूबर|नोभेम्बर नवंबर|डिसेम्बर दिसंबर',
  // Thai: in full, as said, and short
  'มกราคม มกรา ม.ค.|กุมภาพันธ์ กุมภา ก.พ.|มีนาคม มีนา มี.ค.|เมษายน เมษา เม.ย.|พฤษภาคม พฤษภา พ.ค.|มิถุนายน มิถุนา มิ.ย.|กรกฎาคม กรกฎา ก.ค.|สิงหาคม สิงหา ส.ค.|กันยายน กันยา ก.ย.|ตุลาคม ตุลา ต.ค.|พฤศจิกายน พฤศจิกา พ.ย.|ธันวาคม ธันวา ธ.ค.',
  // Chinese and Japanese in characters
  '一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月',
]

// Baisakh first, which begins in the middle of April.
const BIKRAM_SAMBAT =
  'बैशाख वैशाख baisakh|जेठ ज्येष्ठ jestha jeth|असार आषाढ asar ashadh|साउन श्रावण saun shrawan|भदौ भाद्र bhadau bhadra|असोज आश्विन asoj ashwin|कात्तिक कार्तिक kattik kartik|मंसिर मङ्सिर mangsir|पुस पुष पौष poush push|माघ magh|फागुन फाल्गुन फाल्गुण fagun falgun|चैत चैत्र chait chaitra'

const NAMES: readonly (readonly [name: string, month: NamedMonth])[] = [
  ...COMMON.flatMap((row) => named(row, 'common')),
  ...named(BIKRAM_SAMBAT, 'bikram_sambat'),
].sort(([a], [b]) => b.length - a.length)

function named(row: string, calendar: NamedMonth['calendar']): (readonly [string, NamedMonth])[] {
  return row
    .split('|')
    .flatMap((words, index) =>
      words.split(' ').map((word) => [typedText(word.replaceAll('_', ' ')), { month: index + 1, calendar }] as const),
    )
}

/** The month a text names, longest name first, and the text without it; null when it names none. `text` is prepared by typedText. */
export function monthNamedIn(text: string): { readonly found: NamedMonth; readonly rest: string } | null {
  for (const [name, found] of NAMES) {
    const at = text.indexOf(name)
    if (at === -1 || !isWhole(text, at, name)) continue
    return { found, rest: `${text.slice(0, at)} ${text.slice(at + name.length)}` }
  }
  return null
}

/** Latin names must stand alone: "mar" is March, and no part of "market". Other scripts join words. */
function isWhole(text: string, at: number, name: string): boolean {
  if (!/^\p{Script=Latin}/u.test(name)) return true
  return !/\p{L}$/u.test(text.slice(0, at)) && !/^\p{L}/u.test(text.slice(at + name.length))
}
