import { expect, type Page } from 'playwright/test'

/** Presses a button of a form and waits until the next page, or the same one with something to check, is there. */
export async function press(page: Page, name: string | RegExp, next: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click()
  await expect(page).toHaveURL(next)
}

/** Answers one question with `fill` and goes on to the step that `next` names. */
export async function answer(
  page: Page,
  next: string,
  fill: () => Promise<void> = async () => undefined,
): Promise<void> {
  await fill()
  await press(page, /^(Continue|Tiếp tục)/, new RegExp(`/${next}(\\?|$)`))
}

/** Ticks a card by its code. */
export async function choose(page: Page, ...codes: readonly string[]): Promise<void> {
  for (const code of codes) await page.locator(`input[value="${code}"]`).check()
}

/** Sends what is on the check page and reads the ticket. */
export async function sendReport(page: Page): Promise<{ number: string; code: string }> {
  await press(page, /^(Send|Gửi)$/, /\/receipt(\?|$)/)
  return readTicket(page)
}

/** Number and code of the ticket on the page. */
export async function readTicket(page: Page): Promise<{ number: string; code: string }> {
  const [number = '', code = ''] = await page.locator('.ticket .code').allInnerTexts()
  return { number: number.trim(), code: code.replaceAll(/\D/g, '') }
}
