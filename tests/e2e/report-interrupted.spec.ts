import { checkAccessibility, expect, test } from '../support/browser'
import { answer, choose, readTicket } from '../support/report-steps'

test.use({ serviceWorkers: 'allow' })

test('without network the words stay, and they go by themselves when it is back @js', async ({
  page,
  consoleErrors,
}) => {
  await page.goto('/en/report/grievances')
  await answer(page, 'corridor')
  await page.goto('/en/report/story')
  await page.locator('#story').fill('They kept my passport.')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: /^Continue/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'No network' })).toBeVisible()
  await expect(page.locator('#story')).toHaveValue('They kept my passport.')
  await checkAccessibility(page)
  await page.context().setOffline(false)
  // The browser itself writes down that it had no network.
  consoleErrors.splice(0)
  await expect(page).toHaveURL(/\/contact$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.goto('/en/report/story')
  await expect(page.locator('#story')).toHaveValue('They kept my passport.')
})

test('the line is cut at every step of sending: nothing is lost, and there is one case @js', async ({
  page,
  consoleErrors,
}) => {
  const cutThenBack = async (button: RegExp, next: RegExp) => {
    await page.context().setOffline(true)
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('status').filter({ hasText: 'No network' })).toBeVisible()
    await page.context().setOffline(false)
    await expect(page).toHaveURL(next)
  }
  /** The server gets it and does it; its answer never arrives. */
  const loseAnswer = async (address: string, button: RegExp, then: () => Promise<void>) => {
    await page.route(address, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      await route.fetch({ maxRedirects: 0 })
      return route.abort('connectionreset')
    })
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('status').filter({ hasText: 'No network' })).toBeVisible()
    await page.unroute(address)
    await then()
    await page.getByRole('button', { name: 'Try again' }).click()
  }
  await page.goto('/en/report/grievances')
  await choose(page, 'wages_unpaid')
  await cutThenBack(/^Continue/, /\/corridor$/)
  await choose(page, 'VN')
  await loseAnswer('**/report/corridor', /^Continue/, async () => undefined)
  await expect(page).toHaveURL(/\/scheme$/)
  await page.goto('/en/report/story')
  await page.locator('#story').fill('Three months without overtime pay.')
  await cutThenBack(/^Continue/, /\/contact$/)
  await page.goto('/en/report/check')
  await expect(page.getByText('Three months without overtime pay.')).toBeVisible()
  let first = ''
  await loseAnswer('**/report/check', /^Send$/, async () => {
    const receipt = await page.request.get('/en/report/receipt')
    first = /[2-9A-Z]{4}-[2-9A-Z]{4}/u.exec(await receipt.text())?.[0] ?? ''
  })
  await expect(page).toHaveURL(/\/receipt/)
  consoleErrors.splice(0)
  expect(first).not.toBe('')
  expect((await readTicket(page)).number).toBe(first)
})

test('what is typed comes along to the other language, back, and past “Skip this”', async ({ page }) => {
  await page.goto('/en/report/grievances')
  await choose(page, 'wages_unpaid')
  await page.locator('.lang summary').click()
  await page.getByRole('button', { name: 'Tiếng Việt' }).click()
  await expect(page).toHaveURL(/\/vi\/report\/grievances$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
  await expect(page.locator('input[value="wages_unpaid"]')).toBeChecked()
  await page.goto('/en/report/story')
  await page.locator('#story').fill('First words.')
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page).not.toHaveURL(/story/)
  await page.goto('/en/report/story')
  await expect(page.locator('#story')).toHaveValue('First words.')
  await page.locator('#story').fill('Other words.')
  await page.getByRole('button', { name: 'Skip this' }).click()
  await expect(page).toHaveURL(/\/contact$/)
  await page.goto('/en/report/story')
  await expect(page.locator('#story')).toHaveValue('Other words.')
})

test('an answer without the cookie of its draft says that the answers before are lost', async ({ page }) => {
  await page.goto('/en/report/grievances')
  await answer(page, 'corridor')
  await page.goto('/en/report/story')
  await page.context().clearCookies()
  await page.locator('#story').fill('Still here.')
  await answer(page, 'contact')
  await expect(page.getByRole('status').filter({ hasText: 'no longer have what you wrote before' })).toBeVisible()
})
