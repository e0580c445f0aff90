import { checkAccessibility, expect, test } from '../support/browser'
import { casesWith, openOnce, tellShortly } from '../support/offline-steps'
import { readTicket } from '../support/report-steps'

// Reports that wait on a phone: sent once, whatever happens on the way, and nothing else is lost by it.
test.use({ viewport: { width: 360, height: 640 }, serviceWorkers: 'allow' })

const bar = '#net'

test('two tabs that send at the same moment make one case @js', async ({ page, context }) => {
  const signs = ['working_time', 'data_misuse']
  await openOnce(page)
  await context.setOffline(true)
  await tellShortly(page, signs, 'Too many hours.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your report waits on this phone')
  const other = await context.newPage()
  await other.goto('/en/help')
  await expect(other.locator(bar)).toHaveText(/1 report waits/)
  await context.setOffline(false)
  await expect(other.locator(bar)).toHaveText(/Sent, /)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your report was sent')
  expect(await casesWith(signs)).toBe(1)
})

test('an answer that is lost makes no second case @js', async ({ page, context, consoleErrors }) => {
  const signs = ['accommodation', 'data_misuse']
  await openOnce(page)
  await context.setOffline(true)
  await tellShortly(page, signs, 'Eight people in one room.')
  let sendings = 0
  await context.route('**/api/v1/outbox', async (route) => {
    sendings += 1
    const answer = await route.fetch()
    await (sendings === 1 ? route.abort('connectionreset') : route.fulfill({ response: answer }))
  })
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => casesWith(signs)).toBe(1)
  await page
    .getByRole('button', { name: 'Send now' })
    .click({ timeout: 5_000 })
    .catch(() => undefined)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your report was sent')
  expect(await casesWith(signs)).toBe(1)
  // The browser itself writes down that the line was cut.
  consoleErrors.splice(0)
})

test('a report that the server refuses comes back as words and is not lost @js', async ({
  page,
  context,
  consoleErrors,
}) => {
  await openOnce(page)
  await context.setOffline(true)
  await tellShortly(page, ['discrimination'], 'Words.')
  await context.route('**/api/v1/outbox', (route) =>
    route.fulfill({ status: 422, contentType: 'application/problem+json', body: '{"code":"unreadable"}' }),
  )
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We could not open this report')
  await checkAccessibility(page)
  consoleErrors.splice(0)
})

test('the receipt of a waiting report leaves an unfinished report where it is @js', async ({ page, context }) => {
  await openOnce(page)
  await context.setOffline(true)
  await tellShortly(page, ['discrimination', 'data_misuse'], 'Told on the way.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your report waits on this phone')
  await context.setOffline(false)
  await page.goto('/en/report/grievances')
  await page.locator('input[value="wages_unpaid"]').check()
  await page.getByRole('button', { name: /^Continue/ }).click()
  await expect(page).toHaveURL(/corridor/)
  await page.goto('/en/offline')
  await page.getByRole('button', { name: 'Show my number and code' }).click()
  await expect(page).toHaveURL(/\/en\/report\/receipt$/)
  expect((await readTicket(page)).code).toHaveLength(21)
  await page.getByRole('button', { name: /I have kept it/ }).click()
  await expect(page).toHaveURL(/waited=1/)
  await page.goto('/en/report/grievances')
  await expect(page.locator('input[value="wages_unpaid"]')).toBeChecked()
})
