import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright/test'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { account, appCode, fillPassword, signIn } from '../support/staff-steps'

const PASSWORD = 'vài từ dễ nhớ của tôi'

const signInAs = (page: Page, role: 'administrator' | 'supervisor' | 'caseworker') =>
  signIn(page, account(role, 'minato_helpdesk'))

/** Both steps of somebody with an authenticator app of their own, which shows another code than the last time. */
async function signInWithApp(page: Page, email: string, secret: string): Promise<void> {
  await page.goto('/en/sign-in')
  await fillPassword(page, { email, password: PASSWORD })
  await expect(page).toHaveURL(/\/sign-in\/second/)
  await expect(async () => {
    await page.locator('#code').fill(appCode(secret))
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page).not.toHaveURL(/\/sign-in/, { timeout: 5000 })
  }).toPass({ intervals: [5000] })
}

function lastMonth(): string {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15)).toISOString().slice(0, 7)
}

test('an administrator reads the fee table beside the published survey, filters it and takes a file @js', async ({
  page,
}) => {
  await signInAs(page, 'administrator')

  await test.step('the heading is the answer, and the table has the shape of the survey', async () => {
    await expect(page).toHaveURL(/\/en\/statistics$/)
    await expect(page).toHaveTitle('Statistics – Fair Passage')
    // Other journeys send reports meanwhile: one from a country that has hardly any holds the share of all of them back.
    await page.goto(`/en/statistics?to=${lastMonth()}`)
    const table = page.locator('#table table')
    await expect(table).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/Paid|paid/)
    const countries = await table.locator('th[scope=rowgroup]').allInnerTexts()
    expect(countries).toEqual(expect.arrayContaining(['Viet Nam', 'China', 'Cambodia', 'Myanmar', 'Indonesia', 'All']))
    const indonesia = table.locator('tbody').filter({ hasText: 'Indonesia' })
    await expect(indonesia).toContainText('Survey 2021–22')
    await expect(indonesia).toContainText('230,000')
    await expect(page.locator('#note-1')).toContainText('Indonesia and Cambodia are very probably interchanged')
    await checkAccessibility(page)
    await screenshot(page, `statistics-${test.info().project.name}`)
  })

  await test.step('the filter lives in the address; a part that cannot be read is said', async () => {
    // On a phone the form is folded under what is asked.
    await page.locator('summary').filter({ hasText: 'Change the question' }).click()
    await page.locator('select[name=scheme]').selectOption('ssw')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL(/scheme=ssw/)
    await expect(page.getByRole('link', { name: /Scheme: Specified skilled worker/ })).toBeVisible({ timeout: 30_000 })
    await page.goto('/en/statistics?from=yesterday')
    await expect(page.locator('main')).toContainText('We could not read a part of this address')
    await page.goto('/vi/statistics')
    await checkAccessibility(page)
  })

  await test.step('the file says what the page says', async () => {
    await page.goto('/en/statistics?measure=reports&rows=origin')
    const href = await page.getByRole('link', { name: 'CSV', exact: true }).getAttribute('href')
    const answer = await page.request.get(href ?? '')
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toContain('text/csv; charset=utf-8')
    expect(answer.headers()['cache-control']).toContain('no-store')
    const [head = '', ...lines] = (await answer.text()).trim().split('\r\n')
    expect(lines.pop()).toMatch(new RegExp(`^# end, ${lines.length} rows, sha256 [0-9a-f]{64}$`, 'u'))
    const [row, value] = ['row', 'value'].map((name) => head.split(',').indexOf(name))
    const total = lines.map((line) => line.split(',')).find((cells) => cells[row ?? 0] === '_T')?.[value ?? 0]
    // Other journeys ask and send reports meanwhile; what one answer tells may hold the next one's total back.
    const said = total === 's' ? 'held back' : Number(total).toLocaleString('en')
    await expect(page.locator('main table').first()).toContainText(said)
    expect((await page.request.get('/api/v1/statistics/names.csv')).status()).toBe(404)
    expect((await page.request.get('/api/v1/statistics/releases.csv?from=2026')).status()).toBe(400)
  })

  await test.step('no case opens', async () => {
    expect((await page.goto('/en/cases'))?.status()).toBe(404)
  })
})

test('files need a sign-in, and a caseworker finds neither statistics nor settings @js', async ({ page }) => {
  const refused = await page.request.get('/api/v1/statistics/releases.csv')
  expect([refused.status(), refused.headers()['content-type']]).toEqual([401, 'application/problem+json'])
  await page.goto('/en/statistics')
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/)
  await signInAs(page, 'caseworker')
  expect((await page.request.get('/api/v1/statistics/releases.csv')).status()).toBe(404)
  for (const room of ['statistics', 'settings', 'settings/users', 'settings/users/invite']) {
    expect((await page.goto(`/en/${room}`))?.status()).toBe(404)
  }
})

test('an administrator invites somebody, changes the role and shuts the person out with the next request @js', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  const email = `moi.${randomUUID().slice(0, 8)}@example.org`
  const name = `Người Mới ${email.slice(4, 12)}`
  await signInAs(page, 'administrator')
  await page.goto('/en/settings')
  await checkAccessibility(page)
  await page.getByRole('link', { name: /People of this office/ }).click()
  await checkAccessibility(page)
  await page.getByRole('link', { name: 'Invite somebody' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whom do you invite?')
  await checkAccessibility(page)

  await test.step('what is missing is said at the field and what was typed stays', async () => {
    await page.locator('#displayName').fill(name)
    await page.locator('#email').fill('not an address')
    await page.getByRole('button', { name: 'Make the link' }).click()
    await expect(page.locator('#email-error')).toContainText('does not look like an e-mail address')
    await expect(page.locator('#role-error')).toBeVisible()
    await expect(page.locator('#displayName')).toHaveValue(name)
    await expect(page.locator('#email')).toHaveValue('not an address')
    await checkAccessibility(page)
  })

  const link = await test.step('the link is shown once', async () => {
    await page.locator('#email').fill(email)
    await page.getByRole('radio', { name: /^Caseworker/ }).check()
    await page.getByRole('button', { name: 'Make the link' }).click()
    await expect(page.getByRole('status')).toContainText('It is shown only once')
    const shown = await page.getByLabel('Link to set a password').inputValue()
    expect(shown).toMatch(/\/en\/invitation\/[\w-]{43}$/)
    await checkAccessibility(page)
    return new URL(shown).pathname
  })

  const context = await browser.newContext({ javaScriptEnabled: javaScriptEnabled !== false })
  const theirs = await context.newPage()
  await test.step('the person sets a password and signs in', async () => {
    await theirs.goto(link)
    await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(`Welcome, ${name}. Choose a password`)
    await checkAccessibility(theirs)
    await theirs.locator('#password').fill('short')
    await theirs.locator('#again').fill('short')
    await theirs.getByRole('button', { name: 'Save the password' }).click()
    await expect(theirs.locator('#password-error')).toContainText('12 letters or more')
    await theirs.locator('#password').fill(PASSWORD)
    await theirs.locator('#again').fill(`${PASSWORD}!`)
    await theirs.getByRole('button', { name: 'Save the password' }).click()
    await expect(theirs.locator('#again-error')).toContainText('two passwords are different')
    await theirs.locator('#password').fill(PASSWORD)
    await theirs.locator('#again').fill(PASSWORD)
    await theirs.getByRole('button', { name: 'Save the password' }).click()
    await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Your password is set')
    await theirs.goto(link)
    await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('This link no longer works')
    await checkAccessibility(theirs)
  })

  const secret = await test.step('nothing opens before the second step is set up', async () => {
    await theirs.goto('/en/sign-in')
    await fillPassword(theirs, { email, password: PASSWORD })
    await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Set up the second step')
    await theirs.goto('/en/cases')
    await expect(theirs).toHaveURL(/\/en\/sign-in\?next/)
    await theirs.goto('/en/sign-in/set-up')
    await checkAccessibility(theirs)
    await screenshot(theirs, 'set-up')
    const typed = (await theirs.locator('.secret').innerText()).replaceAll(' ', '')
    await theirs.locator('#code').fill('000000')
    await theirs.getByRole('button', { name: 'Use this app' }).click()
    await expect(theirs.locator('.sum')).toContainText('This code is not right')
    await theirs.locator('#code').fill(appCode(typed))
    await theirs.getByRole('button', { name: 'Use this app' }).click()
    await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Ten recovery codes')
    return typed
  })

  await test.step('ten recovery codes are shown once', async () => {
    await theirs.getByRole('button', { name: 'Show ten recovery codes' }).click()
    await expect(theirs.locator('.recovery code')).toHaveCount(10)
    await checkAccessibility(theirs)
    await screenshot(theirs, 'recovery-codes')
    await theirs.getByRole('link', { name: 'Go on' }).click()
    await expect(theirs).toHaveURL(/\/en\/cases/)
  })

  await test.step('another role signs the person out', async () => {
    await page.goto('/en/settings/users')
    await page.getByRole('link', { name }).click()
    await checkAccessibility(page)
    await page.getByRole('radio', { name: /^Supervisor/ }).check()
    await page.getByRole('button', { name: 'Save the role' }).click()
    await expect(page.getByRole('status')).toContainText('The role is changed')
    await theirs.goto('/en/cases')
    await expect(theirs).toHaveURL(/\/en\/sign-in/)
    await signInWithApp(theirs, email, secret)
    await theirs.goto('/en/statistics')
    await expect(theirs).toHaveTitle('Statistics – Fair Passage')
  })

  await test.step('disabled, the next request leads to the sign-in, which refuses', async () => {
    await page.getByRole('button', { name: 'Disable' }).click()
    await expect(page.getByRole('status')).toContainText('Disabled')
    await theirs.goto('/en/statistics')
    await expect(theirs).toHaveURL(/\/en\/sign-in/)
    await theirs.locator('#email').fill(email)
    await theirs.locator('#password').fill(PASSWORD)
    await theirs.getByRole('button', { name: 'Continue' }).click()
    await expect(theirs.locator('main')).toContainText('The e-mail or the password is not right')
    await page.getByRole('button', { name: 'Enable' }).click()
    await expect(page.getByRole('status')).toContainText('Enabled')
  })
  await context.close()
})
