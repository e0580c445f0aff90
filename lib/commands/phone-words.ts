import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'esbuild'
import { LOCALES } from '@/lib/i18n/locales'

/** The few texts that the script of worker pages says by itself; none has a placeholder. */
const KEYS = {
  sentOnce: 'common.sent_once',
  tryAgain: 'common.try_again',
  noNetwork: 'errors.no_network',
  notSent: 'errors.not_sent',
  tooLong: 'errors.too_long_to_send',
} as const

const FILTER = /^phone-words(?:\/[\w-]+)?$/u

/** Makes `phone-words` for esbuild: the words of each language as a file that is fetched only where it is read. */
export const phoneWords: Plugin = {
  name: 'phone-words',
  setup: (build) => {
    build.onResolve({ filter: FILTER }, (asked) => ({ path: asked.path, namespace: 'phone-words' }))
    build.onLoad({ filter: FILTER, namespace: 'phone-words' }, ({ path: asked }) => {
      const [, locale] = asked.split('/')
      if (locale !== undefined) return { contents: JSON.stringify(wordsOf(locale)), loader: 'json' }
      const loads = LOCALES.map((each) => `${JSON.stringify(each)}: () => import('phone-words/${each}')`)
      return { contents: `export const PHONE_WORDS = { ${loads.join(', ')} }`, resolveDir: process.cwd() }
    })
  },
}

function wordsOf(locale: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(KEYS).map(([name, key]) => {
      const [room = ''] = key.split('.')
      const file = path.join('lib', 'i18n', 'messages', locale, `${room}.json`)
      const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
      return [name, messages[key] ?? '']
    }),
  )
}
