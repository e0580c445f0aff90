import type { Page } from 'playwright/test'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { press } from '../support/report-steps'
import { account, reportFrom, signIn } from '../support/staff-steps'

const OFFICE = 'minato_helpdesk'

/** Opens the ledger of a fresh case from its page. */
async function openLedger(page: Page): Promise<void> {
  const number = await reportFrom(page, 'I paid a lot before I came.')
  await signIn(page, account('caseworker', OFFICE))
  await page.goto(`/en/cases/${number}`)
  await page.getByRole('link', { name: 'Open the payments' }).click()
  await expect(page).toHaveURL(/\/fees$/)
}

/** Opens one of the pages of the first payment that counts. */
async function openAct(page: Page, name: string): Promise<void> {
  await page
    .locator('#lines')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  await expect(page.getByRole('link', { name: 'Back to the payments' })).toBeVisible()
}

test('an officer writes down a lump, splits it, sets a rate and rates its support @no-js', async ({ page }) => {
  await openLedger(page)
  await test.step('an empty ledger says so', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText('No payment is written down yet')
    await checkAccessibility(page)
  })
  await test.step('a payment that is none is asked back', async () => {
    await page.getByRole('link', { name: 'Add a payment' }).click()
    await expect(page).toHaveURL(/\/lines\/new$/)
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Add the payment' }).click()
    await expect(page.locator('.sum')).toContainText('Write an amount')
  })
  await test.step('one sum for two things', async () => {
    await page.locator('#amount').fill('120 triệu')
    await page.locator('#currency').selectOption('VND')
    await page.locator('#precision').selectOption('about')
    await page.locator('#month').selectOption('3')
    await page.locator('#year').fill('2025')
    await page.locator('#payee').selectOption('sending_organization')
    await page.getByLabel('Service fee to the sending company', { exact: true }).check()
    await page.getByLabel('Training and language course', { exact: true }).check()
    await press(page, 'Add the payment', /done=line_added/)
    await expect(page.getByRole('status')).toContainText('The payment is in the list')
    await expect(page.locator('#lines')).toContainText('120,000,000')
    await expect(page.locator('#lines')).toContainText('rate of March 2025')
    await expect(page.locator('#verdicts')).toContainText('International standard')
    await checkAccessibility(page)
  })
  await test.step('the parts of it, which have to add up', async () => {
    await openAct(page, 'Split')
    await checkAccessibility(page)
    await expect(page.getByText('The worker’s words: “120 triệu”')).toBeVisible()
    await page.locator('#amount1').fill('90 triệu')
    await page.locator('#amount2').fill('20 triệu')
    await page.locator('#reason').fill('The worker remembered the price of the course.')
    await page.getByRole('button', { name: 'Split it' }).click()
    await expect(page.locator('.sum')).toContainText('10,000,000 is left')
    await expect(page.locator('#amount1')).toHaveValue('90 triệu')
    await page.locator('#amount2').fill('30 triệu')
    await press(page, 'Split it', /done=line_split/)
    await expect(page.locator('#set-aside')).toContainText('120,000,000')
    await expect(page.locator('#lines')).toContainText('90,000,000')
    await expect(page.locator('#history')).toContainText('The worker remembered the price of the course.')
  })
  await test.step('the rate of the street', async () => {
    await openAct(page, 'Exchange rate')
    await expect(page.getByText(/^[\d,.]+ VND for one US dollar/)).toBeVisible()
    await checkAccessibility(page)
    await page.locator('#unitsPerUsd').fill('26.500')
    await page.locator('#reason').fill('The slip of the money changer.')
    await page.getByRole('button', { name: 'Use this rate' }).click()
    await expect(page.locator('.sum')).toContainText('two ways')
    await page.locator('#unitsPerUsd').fill('26500')
    await press(page, 'Use this rate', /done=rate/)
    await expect(page.locator('#lines')).toContainText('an officer’s own rate, 26,500')
  })
  await test.step('how well it is supported', async () => {
    await openAct(page, 'Support')
    await expect(page.getByText('There are too few other cases')).toBeVisible()
    await checkAccessibility(page)
    await page.getByLabel('Bank or phone record').check()
    await page.locator('#reason').fill('I saw the transfer.')
    await press(page, 'Save', /done=support/)
    await expect(page.locator('#lines')).toContainText('Bank or phone record')
    await screenshot(page, `ledger-${test.info().project.name}`)
  })
})

test('pay, job and loan make the measures of a case @js', async ({ page }) => {
  await openLedger(page)
  await test.step('the pay', async () => {
    await page.locator('#pay').getByRole('link', { name: 'Write down' }).click()
    await expect(page).toHaveURL(/\/pay$/)
    await checkAccessibility(page)
    await page.locator('#first_month_actual1').fill('142300')
    await press(page, 'Save', /done=pay/)
    await expect(page.locator('#pay')).toContainText('142,300')
  })
  await test.step('the job', async () => {
    await page.locator('#job').getByRole('link', { name: 'Write down' }).click()
    await expect(page).toHaveURL(/\/placement$/)
    await checkAccessibility(page)
    await page.locator('#origin').selectOption('VN')
    await page.locator('#scheme').selectOption('titp')
    await page.locator('#contractMonths').fill('36')
    await page.locator('#started_month').selectOption('4')
    await page.locator('#started_year').fill('2025')
    await page.locator('#isFirstJobAbroad').selectOption('yes')
    await press(page, 'Save', /done=placement/)
    await expect(page.locator('#job')).toContainText('36 months')
  })
  await test.step('a loan', async () => {
    await page.getByRole('link', { name: 'Add a loan' }).click()
    await expect(page).toHaveURL(/\/loans\/new$/)
    await checkAccessibility(page)
    await page.locator('#principal').fill('150 triệu')
    await page.locator('#currency').selectOption('VND')
    await page.locator('#ratePercent').fill('1,2')
    await page.locator('#ratePeriod').selectOption('month')
    await press(page, 'Add the loan', /done=loan_added/)
    await expect(page.locator('#measures')).toContainText('15.4 % a year')
    await expect(page.locator('#timeline')).toContainText('Months worked')
    await checkAccessibility(page)
  })
})

test('a payment is changed with a reason, taken out and put back, and nothing is lost @no-js', async ({ page }) => {
  await openLedger(page)
  await page.getByRole('link', { name: 'Add a payment' }).click()
  await page.locator('#category').selectOption('rc_medical')
  await page.locator('#amount').fill('1500000')
  await page.locator('#currency').selectOption('VND')
  await press(page, 'Add the payment', /done=line_added/)

  await openAct(page, 'Change')
  await page.locator('#amount').fill('1600000')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('.sum')).toContainText('Please write why')
  await expect(page.locator('#amount')).toHaveValue('1600000')
  await page.locator('#reason').fill('The receipt says so.')
  await press(page, 'Save', /done=line_changed/)
  await expect(page.locator('#lines')).toContainText('1,600,000')
  await expect(page.locator('#history')).toContainText('1,500,000')

  await openAct(page, 'Take out')
  await checkAccessibility(page)
  await page.locator('#reason').fill('It was paid by the clinic.')
  await press(page, 'Take it out', /done=line_removed/)
  await expect(page.locator('#set-aside')).toContainText('1,600,000')

  await page.locator('#set-aside').getByRole('link', { name: 'Put back' }).click()
  await page.locator('#reason').fill('It was not.')
  await press(page, 'Put back', /done=line_back/)
  await expect(page.locator('#lines')).toContainText('1,600,000')
})
