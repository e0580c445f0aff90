import { checkAccessibility, expect, test } from '../support/browser'
import { casesWith, leftOn, NOTHING_LEFT, openOnce, tellShortly, untilKept } from '../support/offline-steps'
import { readTicket } from '../support/report-steps'

// What stays on a phone when somebody leaves: nothing, but a finished report that may wait.
test.use({ viewport: { width: 360, height: 640 }, serviceWorkers: 'allow' })

const bar = '#net'

test('Leave leaves nothing, with network and without @js', async ({ page, context }) => {
  await context.route('https://www.wikipedia.org/**', (route) => route.fulfill({ body: 'elsewhere' }))
  const begin = async () => {
    await openOnce(page)
    await context.setOffline(true)
    await tellShortly(page, ['discrimination'], 'Words.')
    await page.getByRole('button', { name: 'Keep my answers on this phone' }).click()
    await page.getByLabel('PIN').fill('4711')
    await page.getByRole('button', { name: 'Keep them', exact: true }).click()
    await expect(page.getByText('behind your PIN')).toBeVisible()
  }
  await test.step('with network', async () => {
    await begin()
    await context.setOffline(false)
    await page.getByRole('link', { name: 'Leave' }).click()
    await expect(page).toHaveURL(/wikipedia/)
    await page.goto('/api/health')
    // A worker is gone when the page it served is, which the browser does in its own time.
    await expect.poll(() => leftOn(page, context)).toEqual(NOTHING_LEFT)
  })
  await test.step('without network: what only the server can end ends with the next page', async () => {
    await page.goto('/en/report/grievances')
    await page.locator('input[value="wages_unpaid"]').check()
    await page.getByRole('button', { name: /^Continue/ }).click()
    await expect(page).toHaveURL(/corridor/)
    await untilKept(page, 'en')
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['draft'])
    await begin()
    await page.getByRole('link', { name: 'Leave' }).click()
    await page.waitForURL(/wikipedia|chrome-error/)
    await context.setOffline(false)
    await page.goto('/en')
    await expect.poll(async () => (await context.cookies()).length).toBe(0)
    await page.goto('/en/report')
    await expect(page.getByText('Your answers from before are still here.')).toHaveCount(0)
  })
})

test('a report that may wait stays when Leave is pressed, and nothing else does @js', async ({ page, context }) => {
  const signs = ['transfer_restriction', 'data_misuse']
  await context.route('https://www.wikipedia.org/**', (route) => route.fulfill({ body: 'elsewhere' }))
  await openOnce(page)
  await context.setOffline(true)
  await tellShortly(page, signs, 'Sent away.')
  const send = async () => {
    await page.getByLabel(/Keep it waiting even if I press Leave/).check()
    await page.getByRole('button', { name: 'Send' }).click()
  }
  await test.step('only behind a PIN: otherwise the phone would hold the way to number and code', async () => {
    await send()
    await expect(page.locator('.sum')).toContainText('Choose a PIN of 4 to 6 digits')
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Keep my answers on this phone' }).click()
    await page.getByLabel('PIN').fill('4711')
    await page.getByRole('button', { name: 'Keep them', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this right?')
  })
  await send()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your report waits on this phone')
  await page.getByRole('link', { name: 'Leave' }).click()
  await page.waitForURL(/wikipedia|chrome-error/)
  await context.setOffline(false)
  await page.goto('/en')
  await expect(page.locator(bar)).toHaveText(/Sent, |1 report waits/)
  await expect.poll(() => casesWith(signs)).toBe(1)
  await test.step('number and code open with the PIN', async () => {
    await page.goto('/en/offline')
    await page.getByLabel('PIN').fill('4711')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page).toHaveURL(/\/en\/report\/receipt$/)
    expect((await readTicket(page)).code).toHaveLength(21)
  })
  await test.step('once it was sent, Leave takes it along', async () => {
    await page.getByRole('link', { name: 'Leave' }).click()
    await expect(page).toHaveURL(/wikipedia/)
    await page.goto('/api/health')
    // A worker is gone when the page it served is, which the browser does in its own time.
    await expect.poll(() => leftOn(page, context)).toEqual(NOTHING_LEFT)
  })
})
