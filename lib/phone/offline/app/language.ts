import { type Locale } from '@/lib/i18n/locales'
import { translatorFrom } from '@/lib/i18n/translator'
import { hideNet, showNet } from '@/lib/phone/net-bar'
import { parsePage } from '@/lib/phone/trusted'
import { dataFor } from '../data'
import type { Tongue } from './report-state'

/**
 * The other language, where this phone has it, with everything answered as it is. The bar and the foot come from its kept page.
 * Otherwise the present one, and the line under the bar says why.
 */
export async function changeLanguage(locale: Locale, present: Tongue): Promise<Tongue> {
  const menu = document.querySelector<HTMLDetailsElement>('details.lang')
  if (menu !== null) menu.open = false
  const data = await dataFor(locale)
  const page = data === null ? null : await shellOf(locale)
  if (data === null || page === null) {
    showNet('care', present.t('offline.language_missing'))
    return present
  }
  hideNet()
  const { documentElement: root } = page
  document.documentElement.lang = root.lang
  document.documentElement.dir = root.dir
  for (const part of ['header.top', 'footer.foot', 'a.skip']) {
    const theirs = page.querySelector(part)
    if (theirs !== null) document.querySelector(part)?.replaceWith(document.adoptNode(theirs))
  }
  history.replaceState(history.state, '', location.pathname.replace(/^\/[^/]+/, `/${locale}`))
  return { locale, data, t: translatorFrom(data.words, locale) }
}

async function shellOf(locale: Locale): Promise<Document | null> {
  const address = `/${locale}/offline`
  const answer =
    (await fetch(address, { credentials: 'omit' }).catch(() => undefined)) ??
    (typeof caches === 'undefined' ? undefined : await caches.match(address))
  if (!answer?.ok) return null
  return parsePage(await answer.text())
}
