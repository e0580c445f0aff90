import type { Locale } from '@/lib/i18n/locales'

/** Somebody who reports in a language: where from, how a sum is written there and what it is, a name, a story, and the digits. */
export type Teller = {
  readonly origin: string
  readonly scheme: 'titp' | 'ssw'
  readonly currency: string
  /** As people write it. */
  readonly amount: string
  /** The same in whole units, Latin digits. */
  readonly units: string
  readonly payee: string
  readonly story: string
  /** The digit nought; the others follow it in Unicode. */
  readonly nought: string
}

export const TELLERS: Readonly<Record<Locale, Teller>> = {
  vi: {
    origin: 'VN',
    scheme: 'titp',
    currency: 'VND',
    amount: '5 triệu',
    units: '5000000',
    payee: 'chú Ba',
    story: 'Họ giữ hộ chiếu của tôi. Tôi muốn lấy lại.',
    nought: '0',
  },
  id: {
    origin: 'ID',
    scheme: 'ssw',
    currency: 'IDR',
    amount: '10 juta',
    units: '10000000',
    payee: 'Pak Budi',
    story: 'Mereka menyimpan paspor saya. Saya mau ambil kembali.',
    nought: '0',
  },
  my: {
    origin: 'MM',
    scheme: 'titp',
    currency: 'MMK',
    amount: '၁၅ သိန်း',
    units: '1500000',
    payee: 'ကိုအောင်',
    story: 'သူတို့က ကျွန်တော့်ပတ်စပို့ကို သိမ်းထားတယ်။ ပြန်လိုချင်တယ်။',
    nought: '၀',
  },
  fil: {
    origin: 'PH',
    scheme: 'ssw',
    currency: 'PHP',
    amount: '₱85 libo',
    units: '85000',
    payee: 'Ate Rosa',
    story: 'Hawak nila ang pasaporte ko. Gusto ko itong mabawi.',
    nought: '0',
  },
  km: {
    origin: 'KH',
    scheme: 'titp',
    currency: 'USD',
    amount: '១៥០០ ដុល្លារ',
    units: '1500',
    payee: 'ពូសុខ',
    story: 'គេរក្សាទុកលិខិតឆ្លងដែនរបស់ខ្ញុំ។ ខ្ញុំចង់យកវិញ។',
    nought: '០',
  },
  ne: {
    origin: 'NP',
    scheme: 'ssw',
    currency: 'NPR',
    amount: '१,६०,०००',
    units: '160000',
    payee: 'राम दाइ',
    story: 'उनीहरूले मेरो राहदानी राखेका छन्। म फिर्ता चाहन्छु।',
    nought: '०',
  },
  'zh-Hans': {
    origin: 'CN',
    scheme: 'titp',
    currency: 'CNY',
    amount: '12万',
    units: '120000',
    payee: '王哥',
    story: '他们拿走了我的护照。我想拿回来。',
    nought: '0',
  },
  th: {
    origin: 'TH',
    scheme: 'titp',
    currency: 'THB',
    amount: '๓ แสนบาท',
    units: '300000',
    payee: 'พี่ต้น',
    story: 'เขาเก็บหนังสือเดินทางของฉันไว้ ฉันอยากได้คืน',
    nought: '๐',
  },
  en: {
    origin: 'LK',
    scheme: 'ssw',
    currency: 'LKR',
    amount: '2 lakh',
    units: '200000',
    payee: 'Uncle Silva',
    story: 'They keep my passport. I want it back.',
    nought: '0',
  },
  ja: {
    origin: 'VN',
    scheme: 'titp',
    currency: 'JPY',
    amount: '１０万',
    units: '100000',
    payee: '山田さん',
    story: 'パスポートを とられました。かえして ほしいです。',
    nought: '０',
  },
}

/** A code in the digits of a language. */
export function inDigitsOf(nought: string, code: string): string {
  const from = nought.codePointAt(0) ?? 0
  return code.replaceAll(/\d/g, (digit) => String.fromCodePoint(from + Number(digit)))
}
