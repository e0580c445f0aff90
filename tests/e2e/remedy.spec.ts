import type { Page } from 'playwright/test'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { press } from '../support/report-steps'
import { account, signIn } from '../support/staff-steps'
import { anOpenCase, openWith } from '../support/track-steps'

const PHONE = { width: 360, height: 740 }

/** The officer writes down a payment towards the first part that is still open. */
async function paid(officer: Page, number: string, amount: string): Promise<void> {
  await officer.goto(`/en/cases/${number}/remedies`)
  await officer
    .getByRole('link', { name: /Write down a payment/ })
    .first()
    .click()
  await officer.locator('#amount').fill(amount)
  await officer.locator('#proofSeen').check()
  await press(officer, 'Write it down', /done=paid/)
}

/** The worker says of the first open part whether it came. */
async function says(worker: Page, arrived: 'yes' | 'part', amount?: string): Promise<void> {
  await worker.goto('/en/track/case/arrived')
  await worker.locator('.facts .go a').first().click()
  await worker.locator(`input[value="${arrived}"]`).check()
  if (amount) await worker.locator('#amount').fill(amount)
  await press(worker, /^Send$/, /told=arrived/)
}

test(
  'an offer is accepted by the worker without scripts, a part arrives, then the rest',
  { tag: '@desktop' },
  async ({ page, browser }) => {
    const workerContext = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE })
    const worker = await workerContext.newPage()
    const { number, code } = await anOpenCase(worker)
    await signIn(page, account('caseworker', 'minato_helpdesk'))

    await page.goto(`/en/cases/${number}/remedies`)
    await page.getByRole('link', { name: 'Ask for a remedy' }).click()
    await page.locator('#amount').fill('120000')
    await page.locator('#currency').selectOption('JPY')
    await press(page, 'Write it down', /done=claimed/)
    await page.getByRole('link', { name: 'Make an offer to the worker' }).click()
    await checkAccessibility(page)
    await page.locator('#terms').fill('The worker waives all claims.')
    await page.locator('#staffTerms').fill('The company pays back 100,000 yen in two parts.')
    await page.locator('#amount').fill('100000')
    await page.locator('#parts').fill('2')
    await page.locator('#firstDueOn').fill('2027-01-31')
    await page.getByRole('button', { name: 'Send the offer' }).click()
    await expect(page.locator('#terms-error')).toContainText('waives')
    await page.locator('#terms').fill('The company pays you back 100,000 yen in two parts.')
    await press(page, 'Send the offer', /done=offered/)
    await screenshot(page, 'remedies-offered')

    await openWith(worker, code)
    await worker.getByRole('link', { name: 'Read the offer' }).click()
    await expect(worker.locator('main')).toContainText('¥100,000')
    await expect(worker.locator('main')).toContainText('A yes takes no right away from you')
    await screenshot(worker, 'agreement-phone')
    await worker.getByRole('button', { name: 'Send my answer' }).click()
    await expect(worker.locator('#answer-error')).toBeVisible()
    await worker.locator('input[value="yes"]').check()
    await press(worker, 'Send my answer', /told=agreement/)
    await expect(worker.getByRole('status')).toContainText('Your answer has reached us')

    await paid(page, number, '50000')
    await says(worker, 'part', '20000')
    await page.goto(`/en/cases/${number}/remedies`)
    await expect(page.locator('table').last()).toContainText('A part arrived')
    await says(worker, 'yes')
    await page.goto(`/en/cases/${number}/remedies`)
    await paid(page, number, '50000')
    await says(worker, 'yes')
    await page.goto(`/en/cases/${number}/remedies`)
    await expect(page.locator('article')).toContainText('The worker says that all of it came')
    await expect(page.locator('article')).toContainText('All paid, with proof')
    await checkAccessibility(page)
    await workerContext.close()
  },
)
