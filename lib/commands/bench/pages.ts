import { Secret, TOTP } from 'otpauth'
import { DEMO_ACCOUNTS, DEMO_APP_SECRET } from '@/lib/demo/accounts'
import { hiddenFields } from './html'
import { PlainBrowser } from './http'
import { measure, type Timing } from './timing'

const VISITS = 40
const WARM_UPS = 5

/** The time of a page from asking to the last byte, on the same machine. */
export type StaffPages = { readonly queue: Timing; readonly statistics: Timing }

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
  const step = await browser.get('/en/sign-in/second')
  const code = TOTP.generate({ secret: Secret.fromBase32(DEMO_APP_SECRET) })
  const second = await browser.post('/en/sign-in/second', [...hiddenFields(step.text, 'code'), ['code', code]])
  if (second.status !== 303) throw new Error(`the second step answered ${second.status}`)
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
