import type { Page } from 'playwright/test'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { account, asOwner, fillPassword, fillSignIn, signIn } from '../support/staff-steps'

/** With and without scripts run side by side and must not end each other's sessions. */
const somebody = () =>
  test.info().project.name === 'phone-no-js'
    ? account('caseworker', 'sakura_union', 1)
    : account('supervisor', 'sakura_union')

/** A device that says yes to everything: Chromium's own, without a finger. */
async function withDevice(page: Page): Promise<void> {
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('a password alone opens nothing; a recovery code opens once', async ({ page }) => {
  const who = somebody()
  await page.goto('/en/sign-in')
  await fillPassword(page, who)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The second step')
  await expect(page.getByText(/Demonstration: the code is \d{6} now/)).toBeVisible()
  await checkAccessibility(page)
  await screenshot(page, 'second-step')
  await page.goto('/en/cases')
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/)
  await fillSignIn(page, who)
  await expect(page).toHaveURL(/\/en\/cases(?:\?|$)/)

  await page.goto('/en/sign-in/codes')
  await page.getByRole('button', { name: 'Show ten recovery codes' }).click()
  await expect(page.locator('.recovery code')).toHaveCount(10)
  const [code = ''] = await page.locator('.recovery code').allInnerTexts()
  await page.goto('/en/sign-in/codes')
  await expect(page.locator('.recovery code')).toHaveCount(0)

  for (const turn of ['once', 'again'] as const) {
    await page.goto('/en/sign-in')
    await fillPassword(page, who)
    await page.locator('#code').fill(code.toUpperCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Continue' }).click()
    if (turn === 'once') await expect(page).toHaveURL(/\/en\/cases(?:\?|$)/)
    else await expect(page.locator('.sum')).toContainText('This code is not right')
  }
  await checkAccessibility(page)
})

test('a passkey is set up at the first sign-in and opens the next one @js', async ({ page }) => {
  const who = account('supervisor', 'hibiya_embassy_desk')
  await asOwner('DELETE FROM staff_totp WHERE staff_id = (SELECT id FROM staff WHERE email = $1)', [who.email])
  await withDevice(page)
  await page.goto('/en/sign-in')
  await fillPassword(page, who)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up the second step')
  await page.getByLabel('Name of the passkey').fill('Điện thoại')
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ten recovery codes')
  await page.getByRole('link', { name: 'Go on' }).click()
  await expect(page).toHaveURL(/\/en\/cases(?:\?|$)/)

  await page.goto('/en/sign-out')
  await page.locator('main').getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/out=1/)
  await fillPassword(page, who)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The second step')
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page).toHaveURL(/\/en\/cases(?:\?|$)/)
})

test('what matters asks again who it is, and leads back', async ({ page }) => {
  // Nobody else of these journeys proves anything again, and none ends the sessions of this person.
  const who = account('caseworker', test.info().project.name === 'phone-no-js' ? 'hibiya_embassy_desk' : 'sakura_union')
  await signIn(page, who)
  await page.goto('/en/settings/account')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(who.displayName)
  await expect(page.getByText('this one')).toBeVisible()
  await checkAccessibility(page)
  await screenshot(page, 'account')
  await asOwner(
    `UPDATE staff_session SET proved_at = now() - interval '11 minutes' WHERE staff_id = (SELECT id FROM staff WHERE email = $1)`,
    [who.email],
  )
  await page.getByRole('link', { name: 'Choose a new password' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is it still you?')
  await checkAccessibility(page)
  await screenshot(page, 'again')
  await page.locator('#password').fill('not the password')
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect(page.locator('.sum')).toContainText('This is not your password')
  await page.locator('#password').fill(who.password)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect(page).toHaveURL(/\/en\/settings\/account\/password$/)
  await checkAccessibility(page)
  await page.locator('#password').fill('password12345')
  await page.locator('#again').fill('password12345')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await expect(page.locator('#password-error')).toContainText('Many people have this password')
})

test('a second session is ended from the first one', async ({ page, browser }) => {
  const who = somebody()
  await signIn(page, who)
  const context = await browser.newContext({
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0',
  })
  const other = await context.newPage()
  await signIn(other, who)
  await page.goto('/en/settings/account')
  const row = page.locator('.own-list li').filter({ hasText: 'Firefox, Windows' }).first()
  await row.getByRole('button', { name: 'Sign out there' }).click()
  await expect(page.locator('.note[role=status]')).toContainText('Signed out there')
  await other.goto('/en/cases')
  await expect(other).toHaveURL(/\/en\/sign-in\?next=/)
  await context.close()
})

test('before an idle session ends the page says so, loses nothing, and one press goes on @js', async ({ page }) => {
  await signIn(page, somebody())
  await page.clock.install()
  await page.goto('/en/settings/account')
  await page.getByLabel('Name of the passkey').fill('Half a name')
  const said = page.getByRole('dialog', { name: 'Are you still there?' })
  await page.clock.fastForward('27:50')
  await expect(said).toBeHidden()
  await page.clock.fastForward('00:20')
  await expect(said).toBeVisible()
  await checkAccessibility(page)
  await screenshot(page, 'idle')
  await said.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(said).toBeHidden()
  await expect(page.getByLabel('Name of the passkey')).toHaveValue('Half a name')
  await page.clock.fastForward('27:50')
  await expect(said).toBeHidden()
})

test('many wrong tries before a sign-in are told before anything else @no-js', async ({ page }) => {
  const who = account('caseworker', 'hibiya_embassy_desk', 1)
  // Another journey of the same person may be told of them first.
  await expect(async () => {
    await asOwner(
      'UPDATE staff_credential SET wrong_tries = 6 WHERE staff_id = (SELECT id FROM staff WHERE email = $1)',
      [who.email],
    )
    await page.goto('/en/sign-in')
    await fillSignIn(page, who)
    await expect(page).toHaveURL(/\/sign-in\/tries/, { timeout: 2000 })
  }).toPass()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^\d+ wrong passwords or codes before you signed in$/,
  )
  await checkAccessibility(page)
  await page.getByRole('link', { name: 'That was me', exact: true }).click()
  await expect(page).toHaveURL(/\/en\/cases/)
})
