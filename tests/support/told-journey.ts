import { expect, type Page } from 'playwright/test'
import type { Locale } from '@/lib/i18n/locales'
import { choose, readTicket } from './report-steps'
import type { Teller } from './tellers'

// A report in any language: everything is found by its place, never by its words.

/** Presses the first button of the form of the page and waits for the page that `next` names. */
export async function goOn(page: Page, next: string): Promise<void> {
  // What can be added to an answer has buttons of its own, before those that go on.
  const answers = page.locator('#answers .acts')
  const acts = (await answers.count()) > 0 ? answers.last() : page.locator('main form .acts').first()
  await acts.locator('button[type=submit]').first().click()
  await expect(page).toHaveURL(new RegExp(`/${next}(\\?|$)`))
}

/** Tells a report from the first page to the ticket. `look` is called on every page on the way, as it is after the answer. */
export async function tellReport(
  page: Page,
  locale: Locale,
  teller: Teller,
  look: (page: Page) => Promise<void>,
): Promise<{ number: string; code: string }> {
  const step = async (next: string, fill: () => Promise<void> = async () => undefined) => {
    await fill()
    await goOn(page, next)
    await look(page)
  }
  await page.goto(`/${locale}`)
  await look(page)
  await page.locator(`main a[href="/${locale}/report"]`).first().click()
  await expect(page).toHaveURL(/\/report$/)
  await look(page)
  await page.locator('main .acts a').first().click()
  await expect(page).toHaveURL(/\/grievances$/)
  await look(page)
  await step('danger', () => choose(page, 'fees_debt', 'threats'))
  await step('corridor', () => choose(page, 'in_danger_now'))
  await step('scheme', () => choose(page, teller.origin))
  await step('parties', () => choose(page, teller.scheme))
  await step('party_names', () => choose(page, 'broker'))
  await step('paid', () => page.locator('#name_broker').fill(teller.payee))
  await step('payee', () => choose(page, 'yes'))
  await step('category', () => choose(page, 'broker'))
  await step('amount', () => choose(page, 'rf_broker_introduction'))
  await step('how', async () => {
    await page.locator('#amount').fill(teller.amount)
    await page.locator('#currency').selectOption(teller.currency)
  })
  await step('fees', () => choose(page, 'cash', 'none'))
  await page.locator('main .acts a').first().click()
  await expect(page).toHaveURL(/\/debt$/)
  await look(page)
  await step('pay')
  await step('story')
  await step('contact', () => page.locator('#story').fill(teller.story))
  await step('consents', () => choose(page, 'here_only'))
  await step('check', () => choose(page, 'keep_complaint', 'statistics'))
  await step('receipt')
  return readTicket(page)
}

/** Comes back with the code of the ticket, typed as `code` says. */
export async function openOwnPage(
  page: Page,
  locale: Locale,
  code: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  await page.goto(`/${locale}/track`)
  await look(page)
  await page.locator('#code').fill(code)
  await goOn(page, 'track/case')
  await look(page)
}
