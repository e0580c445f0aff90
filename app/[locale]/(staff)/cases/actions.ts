'use server'

import { redirect } from 'next/navigation'
import { requireGrant } from '@/lib/access/door'
import { sealWords } from '@/lib/data/queue-search'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { cleanText } from '@/lib/domain/writing/clean-text'
import { toLocale } from '@/lib/i18n/locales'
import { queueHref, readQueueQuery } from '@/lib/schemas/case/queue-query'

const MOST = 100

/** Searches the queue: a whole case number goes into the address as it is, anything else sealed for this person. */
export async function searchAction(language: string, data: FormData): Promise<void> {
  const locale = toLocale(language)
  const grant = await requireGrant('case.list', { locale, returnTo: `/${locale}/cases` })
  const textOf = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
  const { query } = readQueueQuery(Object.fromEntries(new URLSearchParams(textOf('rest'))))
  const words = cleanText(textOf('words')).trim().slice(0, MOST)
  const typed = parseCaseNumber(words)
  redirect(
    queueHref(locale, query, {
      q: typed.ok ? typed.value : undefined,
      s: typed.ok || words === '' ? undefined : sealWords(grant, words),
    }),
  )
}
