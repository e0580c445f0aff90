import type { Page } from 'playwright/test'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { startIdentityProvider } from '../support/identity-provider'
import { account, fillSignIn, signIn } from '../support/staff-steps'

const OFFICE = 'minato_helpdesk'
const settings = '/en/settings/office-sign-in'

/** From the sign-in page through the office to wherever the provider leads back. */
async function throughOffice(page: Page): Promise<void> {
  await page.goto('/en/sign-in?next=%2Fen%2Fcases')
  await page.getByRole('link', { name: 'Sign in through your office' }).click()
  await page.getByRole('radio', { name: /^Minato Helpdesk/ }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('On to your office')
  await page.getByRole('link', { name: /^Go to 127\.0\.0\.1/ }).click()
}

// Both ways in one journey: an office has one provider.
test('an office signs in with its own account, with scripts and without @js', async ({
  page,
  browser,
  baseURL,
  ownRequests,
}) => {
  const there = await startIdentityProvider()
  ownRequests.mayGoTo(there.issuer)
  const who = account('caseworker', OFFICE)
  there.bent.claims = { sub: 'officer', email: who.email }
  try {
    await test.step('an administrator sets the provider and tries it', async () => {
      await signIn(page, account('administrator', OFFICE))
      await page.goto(settings)
      await checkAccessibility(page)
      await page.locator('#issuer').fill(`${there.issuer}/`)
      await page.locator('#clientId').fill(there.clientId)
      await page.locator('#domains').fill('nothing')
      await page.getByRole('button', { name: 'Keep' }).click()
      await expect(page.locator('#domains-error')).toContainText('Write domains such as example.org')
      await page.locator('#domains').fill('example.org, example.net')
      await page.locator('#secret').fill(there.clientSecret)
      await page.getByRole('checkbox', { name: /People may sign in this way/ }).check()
      await page.getByRole('button', { name: 'Keep' }).click()
      await expect(page.getByRole('status')).toContainText('Kept.')
      expect(await page.content()).not.toContain(there.clientSecret)
      await page.getByRole('button', { name: 'Try what is kept' }).click()
      await expect(page.getByRole('status')).toContainText('letter by letter')
      await page.locator('#issuer').fill(there.issuer)
      await page.getByRole('button', { name: 'Keep' }).click()
      await expect(page.getByRole('status')).toContainText('Kept.')
      await page.getByRole('button', { name: 'Try what is kept' }).click()
      await expect(page.getByRole('status')).toContainText('The provider answers')
      await checkAccessibility(page)
      await screenshot(page, 'office-sign-in-settings')
    })

    await test.step('the first time the person proves once who it is here', async () => {
      await page.context().clearCookies()
      await throughOffice(page)
      await expect(page).toHaveURL(/\/en\/sign-in\?next=/)
      await expect(page.getByRole('status')).toContainText('Your office knows you')
      await checkAccessibility(page)
      await screenshot(page, 'office-sign-in-link')
      await fillSignIn(page, who)
      await expect(page).toHaveURL(/\/en\/cases(?:\?|$)/)
    })

    await test.step('then the account of the office is enough where a second factor was asked for there', async () => {
      await page.context().clearCookies()
      there.bent.claims = { sub: 'officer', amr: ['pwd', 'mfa'] }
      await throughOffice(page)
      await expect(page).toHaveURL(/\/en\/cases(?:\?|$)/)
    })

    await test.step('without scripts, and without a second factor there: the second step is here', async () => {
      there.bent.claims = { sub: 'officer' }
      const context = await browser.newContext({
        baseURL: baseURL ?? '',
        javaScriptEnabled: false,
        viewport: page.viewportSize(),
      })
      const plain = await context.newPage()
      await throughOffice(plain)
      await expect(plain.getByRole('heading', { level: 1 })).toHaveText('The second step')
      there.bent.claims = { sub: 'officer', aud: 'somebody else' }
      await throughOffice(plain)
      await expect(plain).toHaveURL(/\/en\/sign-in\/office\?failed=1/)
      await expect(plain.getByRole('status')).toContainText('That did not work')
      await context.close()
    })
  } finally {
    await page.context().clearCookies()
    await signIn(page, account('administrator', OFFICE))
    await page.goto(settings)
    await page.getByRole('checkbox', { name: /People may sign in this way/ }).uncheck()
    await page.getByRole('button', { name: 'Keep' }).click()
    await expect(page.getByRole('status')).toContainText('Kept.')
    await there.stop()
  }
})
