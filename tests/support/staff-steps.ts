import { Client } from 'pg'
import { Secret, TOTP } from 'otpauth'
import { expect, test, type Page } from 'playwright/test'
import { hiddenFields } from '@/lib/commands/bench/html'
import { DEMO_ACCOUNTS, DEMO_APP_SECRET, type DemoAccount } from '@/lib/demo/accounts'
import { answer, choose, sendReport } from './report-steps'

/** The account of a role in an office of the demonstration; `index` for a second one. */
export function account(role: DemoAccount['role'], office: string, index = 0): DemoAccount {
  const found = DEMO_ACCOUNTS.filter((one) => one.role === role && one.office === office)[index]
  if (!found) throw new Error(`no ${role} in ${office}`)
  return found
}

/** Fills in the first step of signing in that is shown. */
export async function fillPassword(
  page: Page,
  { email, password }: Pick<DemoAccount, 'email' | 'password'>,
): Promise<void> {
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  await page.getByRole('button', { name: /^(Continue|Tiếp tục)/ }).click()
}

/** Signs in on the pages that are shown, in both steps. */
export async function fillSignIn(page: Page, who: DemoAccount): Promise<void> {
  await fillPassword(page, who)
  await expect(page).toHaveURL(/\/sign-in\/second/)
  await expect(async () => {
    await letCodesCountAgain(who)
    await page.locator('#code').fill(appCode())
    await page.getByRole('button', { name: /^(Continue|Tiếp tục)/ }).click()
    await expect(page).not.toHaveURL(/\/sign-in\/second/, { timeout: 5000 })
  }).toPass()
}

/** What the authenticator app of an account shows now; left out, the one of every account of the demonstration. */
export function appCode(secret = DEMO_APP_SECRET): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret) })
}

/**
 * Signs in as a browser without scripts does, form by form and without drawing a page, and waits for the first page. Journeys of the
 * same account run side by side: a code that the other one used just now counts again.
 */
export async function signIn(page: Page, who: DemoAccount, locale = 'en'): Promise<void> {
  const step = await sendForm(page, `/${locale}/sign-in`, { email: who.email, password: who.password })
  expect(step).toContain('/sign-in/second')
  await expect(async () => {
    await letCodesCountAgain(who)
    expect(await sendForm(page, step, { code: appCode() })).not.toContain('/sign-in')
  }).toPass()
  await page.goto(`/${locale}/${who.role === 'administrator' ? 'statistics' : 'cases'}`)
}

/** Sends the form of a page that has these fields; returns where the answer leads, or the page itself when it leads nowhere. */
async function sendForm(page: Page, path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const { request } = page
  const shown = await (await request.get(path)).text()
  const hidden = hiddenFields(shown, Object.keys(fields)[0])
  const answer = await request.post(path, {
    multipart: { ...Object.fromEntries(hidden), ...fields },
    headers: { origin: new URL(test.info().project.use.baseURL ?? '').origin },
    maxRedirects: 0,
  })
  return answer.headers()['location'] ?? path
}

/** As if no code of this person's app had been used yet. */
async function letCodesCountAgain(who: Pick<DemoAccount, 'email'>): Promise<void> {
  await asOwner(
    `UPDATE staff_totp SET last_step = NULL, wrong_codes = 0, closed_until = NULL WHERE staff_id = (SELECT id FROM staff WHERE email = $1)`,
    [who.email],
  )
}

/** Sends a short report from this browser and forgets it there; returns the number. Vietnamese reports go to the first office. */
export async function reportFrom(page: Page, story: string): Promise<string> {
  await page.goto('/en/report/grievances')
  await answer(page, 'corridor', () => choose(page, 'wages_unpaid'))
  await page.goto('/en/report/story')
  await answer(page, 'contact', () => page.locator('#story').fill(story))
  await page.goto('/en/report/consents')
  await answer(page, 'check', () => choose(page, 'keep_complaint'))
  const { number } = await sendReport(page)
  await page.context().clearCookies()
  return number
}

/** As if this person had not touched anything for an hour. */
export async function letStaffSessionsGoIdle(who: DemoAccount): Promise<void> {
  await asOwner(
    `UPDATE staff_session SET last_seen_at = now() - interval '1 hour' WHERE staff_id = (SELECT id FROM staff WHERE email = $1)`,
    [who.email],
  )
}

/** A change that no page makes, as the owner of the database. */
export async function asOwner(sql: string, values: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: process.env['TEST_OWNER_URL'] })
  await client.connect()
  try {
    await client.query(sql, [...values])
  } finally {
    await client.end()
  }
}
