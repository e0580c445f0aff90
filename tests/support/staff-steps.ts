import { Client } from 'pg'
import { expect, type Page } from 'playwright/test'
import { DEMO_ACCOUNTS, type DemoAccount } from '@/lib/demo/accounts'
import { answer, choose, sendReport } from './report-steps'

/** The account of a role in an office of the demonstration; `index` for a second one. */
export function account(role: DemoAccount['role'], office: string, index = 0): DemoAccount {
  const found = DEMO_ACCOUNTS.filter((one) => one.role === role && one.office === office)[index]
  if (!found) throw new Error(`no ${role} in ${office}`)
  return found
}

/** Fills in the sign-in page that is shown. */
export async function fillSignIn(
  page: Page,
  { email, password }: Pick<DemoAccount, 'email' | 'password'>,
): Promise<void> {
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  await page.getByRole('button', { name: /^(Continue|Tiếp tục)/ }).click()
}

/** Signs in and waits for the first page. */
export async function signIn(page: Page, who: DemoAccount, locale = 'en'): Promise<void> {
  await page.goto(`/${locale}/sign-in`)
  await fillSignIn(page, who)
  await expect(page).not.toHaveURL(/\/sign-in/)
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
  const client = new Client({ connectionString: process.env['TEST_OWNER_URL'] })
  await client.connect()
  try {
    await client.query(
      `UPDATE staff_session SET last_seen_at = now() - interval '1 hour' WHERE staff_id = (SELECT id FROM staff WHERE email = $1)`,
      [who.email],
    )
  } finally {
    await client.end()
  }
}
