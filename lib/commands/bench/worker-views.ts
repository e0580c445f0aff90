import { hiddenFields, styleSheets } from './html'
import type { PlainBrowser } from './http'
import { walkReport, type Journey, type View } from './journey'

const CHECKED =
  'from=VN&scheme=titp&month=3&year=2025&months=36&pay=165000&who1=sending_organization&what1=rf_placement_service&amount1=120000000&who2=broker&what2=rf_broker_introduction&amount2=25000000'

/** Worker pages that anybody may open. */
const OPEN_PAGES = [
  '',
  '/fees',
  `/fees?${CHECKED}`,
  '/track',
  '/help',
  '/rights',
  '/rights/VN/titp',
  '/rights/information',
  '/safety',
  '/failed',
]

/** Pages of one's own case. */
const OWN_PAGES = ['', '/payments', '/consents', '/stop']

/** What the script of a page and everything else it names weigh once; a phone keeps them for good. */
export async function weighAssets(browser: PlainBrowser, locale: string): Promise<{ bytes: number; requests: number }> {
  const page = await browser.get(`/${locale}/report/grievances`)
  const named = new Set([...page.text.matchAll(/(?:src|href)="(\/assets\/[^"#]+)/gu)].map((match) => match[1] ?? ''))
  let bytes = 0
  for (const path of named) bytes += (await browser.get(path)).bytes
  return { bytes, requests: named.size }
}

export type WorkerViews = { readonly views: readonly View[]; readonly journey: Journey }

/** Every worker page as it is seen first in one language, and a whole report on the way. A page that is not there is left out. */
export async function weighWorkerViews(browser: PlainBrowser, locale: string): Promise<WorkerViews> {
  const views: View[] = []
  const look = async (path: string) => {
    const page = await browser.get(path)
    if (page.status !== 200) return
    let bytes = page.bytes
    for (const sheet of styleSheets(page.text)) bytes += (await browser.get(sheet)).bytes
    views.push({ path, bytes })
  }
  for (const path of OPEN_PAGES) await look(`/${locale}${path}`)
  const journey = await walkReport(browser, locale)
  await openOwnCase(browser, locale, codeOn(journey.receipt))
  for (const path of OWN_PAGES) await look(`/${locale}/track/case${path}`)
  return { views: [...journey.views, ...views], journey }
}

/** The secret code of a receipt: the longest row of digits in its words. */
function codeOn(receipt: string): string {
  const words = receipt.replaceAll(/<[^>]*>/gu, ' ')
  return /(?:\d{3}\s+){6}\d{3}/u.exec(words)?.[0].replaceAll(/\s/gu, '') ?? ''
}

async function openOwnCase(browser: PlainBrowser, locale: string, code: string): Promise<void> {
  const page = await browser.get(`/${locale}/track`)
  const answer = await browser.post(`/${locale}/track`, [...hiddenFields(page.text, 'code'), ['code', code]])
  if (answer.status !== 303) throw new Error(`opening the case answered ${answer.status}`)
}
