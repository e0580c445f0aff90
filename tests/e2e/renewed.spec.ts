import type { Page } from 'playwright/test'
import { expect, test } from '../support/browser'
import { answer } from '../support/report-steps'
import { account, reportFrom, signIn } from '../support/staff-steps'

// A new version is started while a form is open, and the form's action has another name in it: docs/nothing-lost.md.

const STORY = 'Họ giữ "hộ chiếu" của tôi.\nHàng thứ hai <b>.'

/** The pages under `address` come as of another build: no action in them is known to the server. */
async function asOfAnotherBuild(page: Page, address: string): Promise<void> {
  await page.route(address, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback()
    const response = await route.fetch()
    const text = await response.text()
    const body = text.replaceAll(/(?<![0-9a-f])[0-9a-f]{42}(?![0-9a-f])/gu, (id) => id.split('').reverse().join(''))
    return route.fulfill({ response, body })
  })
}

test('a report that was open while its page was renewed comes back with its words, and goes on', async ({ page }) => {
  await page.goto('/vi/report/grievances')
  await answer(page, 'corridor')
  await asOfAnotherBuild(page, '**/report/story')
  await page.goto('/vi/report/story')
  await page.locator('#story').fill(STORY)
  await page.getByRole('button', { name: /^Tiếp tục/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trang này đã được đổi mới')
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
  await expect(page.locator('textarea')).toHaveValue(STORY)
  await page.unroute('**/report/story')
  await page.getByRole('button', { name: /^Tiếp tục/ }).click()
  await expect(page).toHaveURL(/\/contact$/)
  await page.goto('/vi/report/story')
  await expect(page.locator('#story')).toHaveValue(STORY)
})

test('a form of the staff, too', async ({ page }) => {
  const number = await reportFrom(page, 'They kept my passport.')
  await signIn(page, account('caseworker', 'minato_helpdesk'))
  const address = `/en/cases/${number}/tasks`
  await asOfAnotherBuild(page, `**${address}`)
  await page.goto(address)
  await page.locator('#new input[name=title]').fill('Call the "embassy"')
  await page.locator('#new').getByRole('button').last().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is new now')
  await expect(page.locator('textarea').first()).toHaveValue('Call the "embassy"')
  await page.unroute(`**${address}`)
  await page.getByRole('button').first().click()
  await expect(page.getByText('Call the "embassy"', { exact: true })).toBeVisible()
  // A button with nothing to write: the page says why nothing happened, and opens anew.
  await asOfAnotherBuild(page, `**${address}`)
  await page.goto(address)
  await page.getByRole('button', { name: /^Done/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is new now')
  await page.unroute(`**${address}`)
  await page.getByText('Open the page', { exact: true }).click()
  await expect(page.getByRole('button', { name: /^Done/ })).toBeVisible()
})

test('what was typed is in no log and no cache, and a password is not given back @no-js', async ({ page }) => {
  await asOfAnotherBuild(page, '**/sign-in')
  await page.goto('/en/sign-in')
  await page.locator('#email').fill('somebody@example.org')
  await page.locator('#password').fill('a password that nobody has')
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: /^Continue/ }).click()
  const response = await answered
  expect(response.status()).toBe(409)
  expect(response.headers()['cache-control']).toBe('private, no-store')
  await expect(page.locator('textarea')).toHaveValue('somebody@example.org')
  expect(await page.content()).not.toContain('a password that nobody has')
})
