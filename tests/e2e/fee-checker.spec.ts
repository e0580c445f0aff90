import type { Page } from 'playwright/test'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { untilKept } from '../support/offline-steps'
import { answer } from '../support/report-steps'

test.use({ serviceWorkers: 'allow' })

const QUESTION =
  'from=VN&scheme=titp&month=3&year=2025&months=36&pay=165000&who1=sending_organization&what1=rf_placement_service&amount1=120000000&who2=broker&what2=rf_broker_introduction&amount2=25000000'
/** Three months of 165,000 yen at the rates of March 2025; the rest of the fee and all of the broker's are above it. */
const ABOVE = /^₫62,57\d,\d{3}$/

/** Every address the page asked that is not ours. */
function strangersOf(page: Page): string[] {
  const strangers: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== 'localhost') strangers.push(request.url())
  })
  return strangers
}

test('somebody asks whether a payment is allowed, and hands the answer on', async ({ page }) => {
  const strangers = strangersOf(page)
  await page.goto('/en')
  await page.getByRole('link', { name: /Is this payment allowed/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this payment allowed?')
  await checkAccessibility(page)
  await test.step('an amount that lost its zeros is asked back', async () => {
    await page.getByLabel('From which country?').selectOption('VN')
    await page.getByLabel('Which programme?').selectOption('titp')
    await page.getByLabel('Month', { exact: true }).selectOption('3')
    await page.getByLabel('Year').fill('2025')
    await page.locator('#who1').selectOption('sending_organization')
    await page.locator('#what1').selectOption('rf_placement_service')
    await page.getByLabel('Amount').fill('120')
    await page.getByLabel('Currency').selectOption('VND')
    await page.getByRole('button', { name: /Show the answer/ }).click()
    await expect(page.locator('.sum')).toContainText('less than 1 yen')
    await checkAccessibility(page)
    await page.getByLabel(/120 million/).check()
  })
  await test.step('another payment', async () => {
    await page.getByRole('button', { name: 'Add another payment' }).click()
    await expect(page.locator('#who1')).toHaveValue('sending_organization')
    await expect(page.locator('#amount1')).toHaveValue('120000000')
    await page.locator('#who2').selectOption('broker')
    await page.locator('#what2').selectOption('rf_broker_introduction')
    await page.locator('#amount2').fill('25 triệu')
    await page.locator('[name=amount2_in]').selectOption('VND')
    await page.getByRole('button', { name: /Show the answer/ }).click()
    await expect(page.locator('.verdict')).toHaveCount(2)
    await expect(page.locator('.verdict').nth(1)).toContainText('Not allowed')
    await checkAccessibility(page)
  })
  await test.step('the facts that are missing are asked for, at their field', async () => {
    await page.getByRole('link', { name: /Answer.*How many months/ }).click()
    await expect(page).toHaveURL(/edit=1#months$/)
    await checkAccessibility(page)
    await page.getByLabel(/How many months/).fill('36')
    await page.getByLabel(/Basic pay a month/).fill('165.000')
    await page.getByRole('button', { name: /Show the answer/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is more than the law allows')
    await expect(page.locator('.hero')).toHaveText(ABOVE)
    await expect(page.getByText('Law No. 69/2020/QH14', { exact: false }).first()).toBeVisible()
    await expect(page.getByText('not a decision of a court')).toBeVisible()
    await checkAccessibility(page)
    await screenshot(page, `fee-checker-${test.info().project.name}`)
  })
  await test.step('the link says the same to somebody else', async () => {
    const link = await page.getByRole('link', { name: 'Link to this answer' }).getAttribute('href')
    expect(link).toContain('amount1=120000000')
    await page.goto(link ?? '')
    await expect(page.locator('.hero')).toHaveText(ABOVE)
    await page.goto((link ?? '').replace('/en/', '/vi/'))
    await expect(page.locator('.hero')).toHaveText(/^62\.57\d\.\d{3}\s₫$/)
    await checkAccessibility(page)
  })
  expect(await page.context().cookies()).toEqual([])
  expect(strangers).toEqual([])
})

test('without an amount the checker says what may be charged on a way @no-js', async ({ page }) => {
  await page.goto('/en/fees?from=VN&scheme=titp&month=3&year=2025&months=36&pay=165000')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What may be charged')
  await expect(page.locator('.verdict', { has: page.getByText('Has a limit', { exact: true }) })).toContainText(
    '¥495,000',
  )
  await expect(page.locator('.verdict', { hasText: 'Money for the go-between' }).first()).toContainText('Not allowed')
  await checkAccessibility(page)
  await page.goto('/en/fees?from=%00&month=99&year=abc&who1=king&amount1=%F0%9F%98%80&add=9')
  await expect(page.locator('.sum')).toBeVisible()
  await checkAccessibility(page)
})

test('a report starts with what was checked, and answers that wait are not changed unasked', async ({ page }) => {
  await page.goto(`/en/fees?${QUESTION}`)
  await page.getByRole('button', { name: 'Tell us about this' }).click()
  await expect(page).toHaveURL(/\/report\/grievances$/)
  await expect(page.locator('input[value="fees_debt"]')).toBeChecked()
  await answer(page, 'corridor')
  await expect(page.locator('input[value="VN"]')).toBeChecked()
  await answer(page, 'scheme')
  await expect(page.locator('input[value="titp"]')).toBeChecked()
  await answer(page, 'parties')
  await answer(page, 'paid')
  await expect(page.locator('input[value="yes"]')).toBeChecked()
  await answer(page, 'fees')
  await expect(page.getByText(/120,000,000/).first()).toBeVisible()
  await expect(page.getByText(/25,000,000/).first()).toBeVisible()
  await test.step('a second question is added only on asking', async () => {
    await page.goto('/en/fees?from=VN&month=3&year=2025&who1=broker&what1=il_deposit_security&amount1=20000000')
    await page.getByRole('button', { name: 'Tell us about this' }).click()
    await expect(page).toHaveURL(/\/fees\/tell/)
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Yes, add it' }).click()
    await expect(page).toHaveURL(/\/report\/grievances$/)
    await page.goto('/en/report/fees')
    await expect(page.getByText(/120,000,000/).first()).toBeVisible()
    await expect(page.getByText(/20,000,000/).first()).toBeVisible()
  })
})

test('opened once, the checker answers without network; leaving takes it away @js', async ({ page, context }) => {
  const strangers = strangersOf(page)
  await page.goto(`/en/fees?${QUESTION}`)
  await expect(page.locator('.hero')).toHaveText(ABOVE)
  const online = await page.locator('main').innerText()
  await untilKept(page, 'en')
  await context.setOffline(true)
  await page.goto(`/en/fees?${QUESTION}`)
  await expect(page.getByText('No network. This answer was made on your phone')).toBeVisible()
  // The same answer to the letter, but for the way to tell us, which needs the network.
  const answered = online.slice(0, online.indexOf('See all rules'))
  expect(await page.locator('main').innerText()).toContain(answered)
  await checkAccessibility(page)
  await screenshot(page, 'fee-checker-offline')
  await test.step('and another question is asked from there', async () => {
    await page.getByRole('link', { name: 'Change' }).click()
    await expect(page.locator('#amount1')).toHaveValue('120000000')
    await page.locator('#amount1').fill('80000000')
    await page.getByRole('button', { name: /Show the answer/ }).click()
    await expect(page.locator('.hero')).toHaveText('₫25,000,000')
  })
  expect(strangers).toEqual([])
  expect(await context.cookies()).toEqual([])
  await context.setOffline(false)
  await context.route('https://www.wikipedia.org/**', (route) => route.fulfill({ body: 'elsewhere' }))
  await page.getByRole('link', { name: 'Leave' }).click()
  await expect(page).toHaveURL(/wikipedia/)
  // An address without the script that keeps pages again.
  await page.goto('/api/health')
  const left = await page.evaluate(async () => [
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ])
  expect(left).toEqual([])
})
