import { PHONE_WORDS, type PhoneWords } from 'phone-words'

const NONE: PhoneWords = {
  sentOnce: '…',
  tryAgain: '↻',
  noNetwork: '…',
  notSent: '…',
  tooLong: '…',
  oneWaits: '1 …',
  someWait: '{count} …',
  sentAt: '{time}',
  refusedBar: '…',
  answersWait: '…',
  look: '→',
}

let coming: { readonly locale: string; readonly words: Promise<PhoneWords> } | null = null

/** The script's own words in the language of the page, in a file of their own that a phone keeps for good. */
export function words(): Promise<PhoneWords> {
  const locale = document.documentElement.lang
  if (coming?.locale !== locale) {
    const load = PHONE_WORDS[locale] ?? PHONE_WORDS['en']
    coming = { locale, words: load ? load().then((file) => file.default) : Promise.resolve(NONE) }
    coming.words.catch(() => {
      coming = null
    })
  }
  return coming.words.catch(() => NONE)
}

/** Fetches them while the network is there. */
export function fetchWords(): void {
  void words()
}
