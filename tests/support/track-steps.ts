import type { Page } from 'playwright/test'
import { answer, choose, press, sendReport } from './report-steps'

/** Sends a short report and opens its page; the number and the code. `paid`: with a payment, so that there are facts to ask for; `broker`: the name of one. */
export async function anOpenCase(
  page: Page,
  { paid = false, broker }: { readonly paid?: boolean; readonly broker?: string } = {},
): Promise<{ number: string; code: string }> {
  await page.goto('/en/report/grievances')
  await answer(page, 'corridor', () => choose(page, 'wages_unpaid'))
  await answer(page, 'scheme', () => choose(page, 'VN'))
  await answer(page, 'parties', () => choose(page, 'titp'))
  if (broker !== undefined) {
    await answer(page, 'party_names', () => choose(page, 'broker'))
    await answer(page, 'paid', () => page.locator('#name_broker').fill(broker))
  }
  if (paid) await tellPayment(page)
  await page.goto('/en/report/story')
  await answer(page, 'contact', () => page.locator('#story').fill('The pay is <b>late</b> & short.'))
  await page.goto('/en/report/consents')
  await answer(page, 'check', () => choose(page, 'keep_complaint', 'statistics'))
  const ticket = await sendReport(page)
  await page.context().clearCookies()
  await openWith(page, ticket.code)
  return ticket
}

async function tellPayment(page: Page): Promise<void> {
  await page.goto('/en/report/paid')
  await answer(page, 'payee', () => choose(page, 'unsure'))
  await answer(page, 'category')
  await answer(page, 'amount', () => choose(page, 'rf_broker_introduction'))
  await page.locator('#amount').fill('120000000')
  await page.locator('#month').selectOption('3')
  await page.locator('#year').fill('2025')
  await answer(page, 'how')
  await answer(page, 'fees')
}

/** Opens the own case with its code. */
export async function openWith(page: Page, code: string): Promise<void> {
  await page.goto('/en/track')
  await page.locator('#code').fill(code)
  await press(page, 'Open my page', /\/en\/track\/case$/)
}
