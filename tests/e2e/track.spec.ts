import { Client } from 'pg'
import type { Page } from 'playwright/test'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'

test.use({ serviceWorkers: 'allow' })

/** Sends the shortest report there is and returns what the ticket says: the number and the code. */
async function aReceipt(page: Page, story: string): Promise<{ number: string; code: string }> {
  await page.goto('/en/report/grievances')
  await page.getByRole('button', { name: /Continue/ }).click()
  await expect(page).toHaveURL(/\/report\/(?!grievances)/)
  await page.goto('/en/report/story')
  await page.locator('#story').fill(story)
  await page.getByRole('button', { name: /Continue/ }).click()
  await expect(page).toHaveURL(/\/report\/(?!story)/)
  await page.goto('/en/report/consents')
  for (const consent of ['Keep my report', 'Count my report']) await page.getByLabel(consent).check()
  await page.getByRole('button', { name: /Continue/ }).click()
  await expect(page).toHaveURL(/\/report\/check/)
  await page.getByRole('button', { name: /^Send/ }).click()
  await expect(page).toHaveURL(/\/report\/receipt/)
  const [number = '', code = ''] = await page.locator('.ticket .code').allInnerTexts()
  await page.context().clearCookies()
  return { number: number.trim(), code: code.replace(/\D/g, '') }
}

async function openWith(page: Page, code: string): Promise<void> {
  await page.locator('#code').fill(code)
  await page.getByRole('button', { name: 'Open my page' }).click()
}

/** As if nobody had touched the page for an hour. */
async function letSessionsGoIdle(number: string): Promise<void> {
  const client = new Client({ connectionString: process.env['TEST_OWNER_URL'] })
  await client.connect()
  try {
    await client.query(
      `UPDATE worker_session SET last_seen_at = now() - interval '1 hour' WHERE case_id = (SELECT id FROM cases WHERE number = $1)`,
      [number],
    )
  } finally {
    await client.end()
  }
}

test('a worker comes back with the code, writes, adds a payment, takes a yes back and closes the page', async ({
  page,
  javaScriptEnabled,
}) => {
  const { number, code } = await aReceipt(page, 'They keep my passport.')

  await test.step('a slip is said at the field and the typed code stays', async () => {
    await page.goto('/en/track')
    const slip = `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`
    await openWith(page, slip)
    await expect(page.locator('#code-error')).toContainText('One digit of the code is not right')
    await expect(page.locator('#code')).toHaveValue(slip)
    await openWith(page, code.slice(3))
    await expect(page.locator('#code-error')).toContainText('You wrote 18')
  })

  await test.step('the code opens the page in groups and in full-width digits, and is in no address', async () => {
    await openWith(
      page,
      code.replace(/(...)/g, '$1 ').replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    )
    await expect(page).toHaveURL(/\/en\/track\/case$/)
    await expect(page).toHaveTitle('Your page – Passage')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your report. A person will read it.')
    await expect(page.locator('main')).toContainText(number)
    await expect(page.locator('.lead')).toContainText('Next news by')
    await expect(page.locator('.route [aria-current=step]')).toContainText('We received it')
    expect(await page.content()).not.toContain(code)
  })

  await test.step('a message needs words and arrives once', async () => {
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(page.locator('#text-error')).toContainText('Write some words first')
    await page.locator('#text').fill('Tôi muốn lấy lại hộ chiếu. 😀\nI wait.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(page.getByRole('status')).toContainText('Your message has arrived')
    await expect(page.locator('.talk li')).toHaveCount(1)
    await expect(page.locator('.talk .me')).toContainText('Tôi muốn lấy lại hộ chiếu. 😀')
    await expect(page.locator('#text')).toHaveValue('')
    if (javaScriptEnabled) await screenshot(page, 'track-case-phone')
  })

  await test.step('a message that is too long stays as it was typed', async () => {
    await page.locator('#text').fill('x'.repeat(10_001))
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(page.locator('#text-error')).toContainText('too long')
    await expect(page.locator('#text')).toHaveValue('x'.repeat(10_001))
  })

  await test.step('a payment is added, with a question back when the amount cannot be meant', async () => {
    await page.goto('/en/track/case')
    await page.getByRole('link', { name: /Add a payment/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No payment is written down yet')
    await page.locator('#amount').fill('120')
    await page.locator('#currency').selectOption('VND')
    await page.getByRole('button', { name: 'Add this payment' }).click()
    await page.getByText('₫120,000,000 (120 million)').click()
    await page.locator('#category').selectOption('rc_medical')
    await page.locator('#payeeName').fill('cô Hạnh')
    await page.getByRole('button', { name: 'Add this payment' }).click()
    await expect(page.getByRole('status')).toContainText('written down')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 payment is written down')
    await expect(page.locator('.facts')).toContainText('cô Hạnh')
    await expect(page.locator('#amount')).toHaveValue('')
  })

  await test.step('another one is remembered only as between two amounts, for several things', async () => {
    await page.locator('#amount').fill('20')
    await page.locator('#currency').selectOption('VND')
    await page.locator('#precision').selectOption('range')
    await page.locator('#amountMax').fill('25 triệu')
    await page.getByText('One sum for several things?').click()
    await page.locator('input[value="rc_equipment"]').check()
    await page.locator('input[value="rc_visa_permit"]').check()
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Add this payment' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 payments are written down')
    await expect(page.locator('.facts')).toContainText(/One sum for: .+ \+ .+/)
    await expect(page.locator('.facts')).toContainText(/from ₫20,000,000 .+ to ₫25,000,000/)
  })

  await test.step('a yes to be counted is taken back', async () => {
    await page.goto('/en/track/case/consents')
    await page.getByRole('link', { name: /Take back.*statistics/ }).click()
    await expect(page.locator('main')).toContainText('From now on you are not counted')
    await page.getByRole('button', { name: 'Take it back' }).click()
    await expect(page.getByRole('status')).toBeVisible()
    await expect(page.getByRole('link', { name: /Take back/ })).toHaveCount(1)
  })

  await test.step('a yes to keep it ends the case, and its day of deletion is said', async () => {
    await page.getByRole('link', { name: /Take back/ }).click()
    await page.getByLabel('No, I want it myself').check()
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByRole('link', { name: 'Back to your page' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You stopped it. We do nothing more.')
    await expect(page.locator('main')).toContainText('everything about it will be deleted')
  })

  await test.step('closing the page ends the session', async () => {
    await page.getByRole('button', { name: 'Close this page' }).click()
    await expect(page.getByRole('status')).toContainText('Your page is closed')
    await page.goto('/en/track/case')
    await expect(page).toHaveURL(/\/en\/track\?ended=1$/)
  })
})

test('a worker stops it, sees until when it can come back, and opens it again', async ({ page }) => {
  const { code } = await aReceipt(page, 'They keep my passport.')
  await page.goto('/en/track')
  await openWith(page, code)
  await page.getByRole('link', { name: /Stop this/ }).click()
  await page.getByLabel('Yes', { exact: true }).check()
  await page.getByRole('button', { name: 'Stop it' }).click()
  await expect(page).toHaveURL(/track\/case$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You stopped it. We do nothing more.')
  // Whoever makes the worker stop may look at this page: the answer is nowhere on it.
  await expect(page.locator('body')).not.toContainText(/pressure|makes you stop/)
  await page.getByRole('link', { name: /Open it again/ }).click()
  await page.getByRole('button', { name: 'Open it again' }).click()
  await expect(page.locator('#reason-error')).toContainText('Choose why')
  await page.getByLabel('There is something new').check()
  await page.locator('#text').fill('I have the contract now.')
  await page.getByRole('button', { name: 'Open it again' }).click()
  await expect(page.getByRole('status')).toContainText('We have it')
  await expect(page.locator('.talk .me')).toContainText('I have the contract now.')
  await page.goto('/en/track/case/consents')
  await page.getByRole('link', { name: /Say yes.*company or agency/ }).click()
  await page.getByRole('button', { name: 'Yes, I agree' }).click()
  await expect(page.getByRole('status')).toContainText('written down')
})

test('a wrong code gets an answer that tells nothing @no-js', async ({ page }) => {
  await page.goto('/en/track')
  await openWith(page, '0'.repeat(21))
  await expect(page.locator('#code-error')).toContainText('We cannot find this code')
  await expect(page.locator('#code')).toHaveValue('0'.repeat(21))
})

test('words typed into a page that was closed meanwhile are there again after the code', async ({ page }) => {
  const { number, code } = await aReceipt(page, 'The pay is late.')
  await page.goto('/en/track')
  await openWith(page, code)
  await expect(page).toHaveURL(/\/en\/track\/case$/)
  await page.locator('#text').fill('A long story that took me twenty minutes.')
  await letSessionsGoIdle(number)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('What you typed is safe')
  await openWith(page, code)
  await expect(page.locator('#text')).toHaveValue('A long story that took me twenty minutes.')
  await expect(page.locator('.talk li')).toHaveCount(0)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.locator('.talk .me')).toContainText('twenty minutes')
  await page.goto('/en/track/case')
  await expect(page.locator('#text')).toHaveValue('')
})

test('words for one case never reach another that was opened on the same phone meanwhile @no-js', async ({
  page,
  context,
}) => {
  const mine = await aReceipt(page, 'Mine.')
  const other = await aReceipt(page, 'Of somebody else.')
  await page.goto('/en/track')
  await openWith(page, mine.code)
  await page.locator('#text').fill('Only for my case.')
  const second = await context.newPage()
  await second.goto('/en/track')
  await openWith(second, other.code)
  await expect(second.locator('main')).toContainText(other.number)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('What you typed is safe')
  await second.goto('/en/track/case')
  await expect(second.locator('.talk li')).toHaveCount(0)
  await expect(second.locator('#text')).toHaveValue('')
  await openWith(page, mine.code)
  await expect(page.locator('#text')).toHaveValue('Only for my case.')
})

test('axe finds nothing on the pages of a case in both languages @js', async ({ page }) => {
  const { code } = await aReceipt(page, 'They keep my passport.')
  for (const locale of ['en', 'vi']) {
    await page.goto(`/${locale}/track`)
    await checkAccessibility(page)
    await page.locator('#code').fill('123')
    await page.locator('main form button').first().click()
    await expect(page.locator('#code-error')).toBeVisible()
    await checkAccessibility(page)
    await page.locator('#code').fill(code)
    await page.locator('main form button').first().click()
    await expect(page).toHaveURL(/track\/case$/)
    await checkAccessibility(page)
    await page.goto(`/${locale}/track/case/payments`)
    await checkAccessibility(page)
    await page.goto(`/${locale}/track/case/consents`)
    await checkAccessibility(page)
    await page.locator('.go a').first().click()
    await expect(page.locator('form [name=consentId]')).toBeAttached()
    await checkAccessibility(page)
  }
})
