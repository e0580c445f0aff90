import { DEMO_ACCOUNTS } from '@/lib/demo/accounts'
import { hiddenFields, scripts, styleSheets } from './html'
import { PlainBrowser } from './http'
import { walkReport } from './journey'
import { measure, type Timing } from './timing'

const VISITS = 40
const WARM_UPS = 5

/** The time of a page from asking to the last byte, on the same machine. */
export type StaffPages = { readonly queue: Timing; readonly statistics: Timing }

/** Bodies on the wire: the first page with its style, then with its scripts, and a whole report without any. */
export type Weights = {
  readonly page: number
  readonly pageWithScripts: number
  readonly journey: number
  readonly journeyPages: number
}

/** A browser signed in as the supervisor of the largest office, who sees the queue and the statistics. */
export async function signIn(origin: string): Promise<PlainBrowser> {
  const account = DEMO_ACCOUNTS.find(({ role }) => role === 'supervisor')
  if (!account) throw new Error('the demonstration has no supervisor')
  const browser = new PlainBrowser(origin)
  const page = await browser.get('/en/sign-in')
  const answer = await browser.post('/en/sign-in', [
    ...hiddenFields(page.text, 'email'),
    ['email', account.email],
    ['password', account.password],
  ])
  if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`)
  return browser
}

export async function benchStaffPages(browser: PlainBrowser): Promise<StaffPages> {
  const visit = (path: string) =>
    measure(
      VISITS,
      1,
      async () => {
        const { status } = await browser.get(path)
        if (status !== 200) throw new Error(`${path} answered ${status}`)
      },
      WARM_UPS,
    )
  return { queue: await visit('/en/cases'), statistics: await visit('/en/statistics') }
}

export async function weighPages(origin: string): Promise<Weights> {
  const browser = new PlainBrowser(origin)
  const first = await browser.get('/vi')
  const weightOf = async (paths: readonly string[]) => {
    let bytes = 0
    for (const path of paths) bytes += (await browser.get(path)).bytes
    return bytes
  }
  const page = first.bytes + (await weightOf(styleSheets(first.text)))
  const journey = await walkReport(new PlainBrowser(origin), 'vi')
  return {
    page,
    pageWithScripts: page + (await weightOf(scripts(first.text))),
    journey: journey.bytes,
    journeyPages: journey.pages,
  }
}
