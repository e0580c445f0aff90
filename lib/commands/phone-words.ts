import type { Plugin } from 'esbuild'
import { LOCALES, toLocale, type Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'

/** The few texts that the script of worker pages says by itself; a placeholder in braces is filled in by the script. */
const KEYS = {
  sentOnce: 'common.sent_once',
  tryAgain: 'common.try_again',
  noNetwork: 'errors.no_network',
  notSent: 'errors.not_sent',
  tooLong: 'errors.too_long_to_send',
  oneWaits: 'offline.one_waits',
  someWait: 'offline.some_wait',
  sentAt: 'offline.sent_at',
  refusedBar: 'offline.refused_bar',
  answersWait: 'offline.answers_wait',
  look: 'offline.look',
} as const

/** Placeholders stay as they are. */
const OPEN = { count: '{count}', time: '{time}' }

// No flags: esbuild reads it as an expression of Go.
const FILTER = /^phone-words(?:\/[\w-]+)?$/

/** Makes `phone-words` for esbuild: the words of each language as a file that is fetched only where it is read. */
export const phoneWords: Plugin = {
  name: 'phone-words',
  setup: (build) => {
    build.onResolve({ filter: FILTER }, (asked) => ({ path: asked.path, namespace: 'phone-words' }))
    build.onLoad({ filter: FILTER, namespace: 'phone-words' }, ({ path: asked }) => {
      const [, locale] = asked.split('/')
      if (locale !== undefined) return { contents: JSON.stringify(wordsOf(toLocale(locale))), loader: 'json' }
      const loads = LOCALES.map((each) => `${JSON.stringify(each)}: () => import('phone-words/${each}')`)
      return { contents: `export const PHONE_WORDS = { ${loads.join(', ')} }`, resolveDir: process.cwd() }
    })
  },
}

function wordsOf(locale: Locale): Record<string, string> {
  const t = translatorFor(locale)
  const textOf = (key: (typeof KEYS)[keyof typeof KEYS]) => t(key, OPEN)
  return Object.fromEntries(Object.entries(KEYS).map(([name, key]) => [name, textOf(key)]))
}
