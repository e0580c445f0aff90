import { CURRENCY_CODES, type CurrencyCode } from './currencies'

// Signs and words people put around an amount, and the currencies each may stand for, likeliest
// first. A word that cannot mean the chosen currency is a slip worth asking about.
const ROWS: readonly (readonly [words: string, currencies: readonly CurrencyCode[]])[] = [
  ['₫ đ đồng dong vnđ d', ['VND']],
  ['円 圓 えん エン yen yên 日元 日圆 日圓 日円 日币 เยน ယန်း ယန္း येन យ៉េន', ['JPY']],
  ['¥ ￥', ['JPY', 'CNY']],
  ['jp¥', ['JPY']],
  ['cn¥', ['CNY']],
  ['元 块 塊 圆 rmb 人民币 yuan tệ', ['CNY', 'TWD', 'HKD', 'JPY']],
  ['$ dollar dollars đô đôla', ['USD', 'SGD', 'HKD', 'TWD']],
  ['us$ ដុល្លារ ดอลลาร์ ဒေါ်လာ ေဒၚလာ डलर dolar dolyar', ['USD']],
  ['nt$', ['TWD']],
  ['hk$', ['HKD']],
  ['s$', ['SGD']],
  ['₱ piso peso pesos', ['PHP']],
  ['rp rupiah', ['IDR']],
  ['rs nrs rupee rupees रु रू रुपैयाँ रुपिया रुपये ₨ नेरू', ['NPR', 'LKR', 'INR']],
  ['₹', ['INR']],
  ['ks kyat kyats ကျပ် က်ပ္', ['MMK']],
  ['៛ riel riels រៀល', ['KHR']],
  ['฿ baht บาท', ['THB']],
  ['৳ tk taka টাকা', ['BDT']],
  ['₮ төгрөг tugrik', ['MNT']],
  ['₭ kip ກີບ', ['LAK']],
  ['₩ won 원', ['KRW']],
  ['rm ringgit', ['MYR']],
  ['dh dhs dirham dirhams', ['AED']],
  ['riyal riyals ریال', ['SAR', 'QAR']],
  ['kd dinar dinars', ['KWD']],
  ['€ euro euros', ['EUR']],
]

const spelled = ROWS.flatMap(([words, currencies]) =>
  words.split(' ').map((word) => [word.normalize('NFKC').toLowerCase(), currencies] as const),
)
const codes = CURRENCY_CODES.map((code) => [code.toLowerCase(), [code]] as const)

/** Currencies a sign or word may stand for, likeliest first; by its spelling in lower case, NFKC. */
export const CURRENCY_WORDS: ReadonlyMap<string, readonly CurrencyCode[]> = new Map([...spelled, ...codes])

/** Words that say "about" or end a written sum; they do not change the amount. */
export const SILENT_WORDS: ReadonlySet<string> = new Set(
  [
    'khoảng',
    'tầm',
    'hơn',
    'gần',
    'about',
    'around',
    'approx',
    'approximately',
    'nearly',
    'only',
    'sekitar',
    'kira-kira',
    'kurang',
    'lebih',
    'mga',
    'humigit-kumulang',
    '約',
    '约',
    'およそ',
    'だいたい',
    '大概',
    'ประมาณ',
    'ប្រហែល',
    'ခန့်',
    'လောက်',
    'करिब',
    'लगभग',
    'सम्म',
    'まで',
    'halos',
    'hampir',
    'na',
    'લગભગ',
    '~',
    '≈',
    '大约',
    'chẵn',
    '整',
    '也',
    'of',
    'and',
    '+',
    '=',
    ':',
  ].map((word) => word.normalize('NFKC').toLowerCase()),
)
