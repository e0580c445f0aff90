import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { casesWith, goOn, openOnce, tellShortly } from '../support/offline-steps'
import { readTicket } from '../support/report-steps'

// What a phone does without network. All of it needs scripts; with network every page is whole without them.
test.use({ viewport: { width: 360, height: 640 } })

const bar = '#net'

test('a whole report with a payment is told without network and sent when it returns @js', async ({
  page,
  context,
}) => {
  const signs = ['fees_debt', 'data_misuse']
  await openOnce(page)
  await context.setOffline(true)
  await page.goto('/en/report/story')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tell us what happened')
  await expect(page.getByText('You can answer here without network')).toBeVisible()
  await checkAccessibility(page)
  await page.getByRole('link', { name: /^Start/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What happened?')
  expect(await page.title()).toBe('Step 1 of 8 – Passage')
  await checkAccessibility(page)
  for (const code of signs) await page.locator(`input[value="${code}"]`).check()
  await goOn(page, 'Which country do you come from?')
  await page.locator('input[value="VN"]').check()
  await goOn(page, 'How do you work in Japan?')
  await page.locator('input[value="titp"]').check()
  await goOn(page, 'Who was involved?')
  await page.locator('input[value="broker"]').check()
  await goOn(page, 'Do you know their names?')
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.locator('input[value="broker"]')).toBeChecked()
  await goOn(page, 'Do you know their names?')
  await goOn(page, 'Did you pay money to get this job?')
  await page.locator('input[value="yes"]').check()
  await goOn(page, 'Who did you pay?')
  await page.locator('input[value="broker"]').check()
  await goOn(page, 'What was this money for?')
  await page.locator('input[value="rf_broker_introduction"]').check()
  await goOn(page, 'How much did you pay, and when?')
  await test.step('an amount that lost its zeros is asked back as online', async () => {
    await page.locator('#amount').fill('25')
    await page.getByRole('button', { name: /^Continue/ }).click()
    await expect(page.locator('.sum')).toContainText('less than 1 yen')
    await checkAccessibility(page)
    await page.locator('#amount').fill('25 triệu')
  })
  await goOn(page, 'How did you pay?')
  await goOn(page, 'You told us about 1 payment')
  await page.getByRole('link', { name: /^That is all/ }).click()
  await page.getByRole('button', { name: 'Skip this' }).click()
  await page.getByRole('button', { name: 'Skip this' }).click()
  await page.locator('#story').fill('They showed my photo to others.')
  await goOn(page, 'How may we reach you?')
  await goOn(page, 'What do you agree to?')
  await goOn(page, 'Is this right?')
  await expect(page.getByText('₫25,000,000').first()).toBeVisible()
  expect(page.url()).toMatch(/\/en\/report\/story$/)
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your report waits on this phone')
  await checkAccessibility(page)
  await screenshot(page, 'offline-waits')
  await test.step('what waits is seen on every page and can be read by nobody', async () => {
    await page.goto('/en/help')
    await expect(page.locator(bar)).toHaveText(/1 report waits on this phone/)
    const kept = await page.evaluate(async () => {
      const open = indexedDB.open('app')
      await new Promise((resolve) => {
        open.onsuccess = resolve
      })
      const all = open.result.transaction('w').objectStore('w').getAll()
      await new Promise((resolve) => {
        all.onsuccess = resolve
      })
      open.result.close()
      return JSON.stringify(all.result)
    })
    expect(kept).toContain('"waiting"')
    expect(kept).not.toContain('photo')
    expect(await casesWith(signs)).toBe(0)
  })
  await context.setOffline(false)
  await expect(page.locator(bar)).toHaveText(/Sent, \d\d:\d\d/)
  expect(await casesWith(signs)).toBe(1)
  await test.step('the receipt is shown, and forgotten when it is kept', async () => {
    await page.getByRole('button', { name: 'Look' }).click()
    await page.getByRole('button', { name: 'Show my number and code' }).click()
    await expect(page).toHaveURL(/\/en\/report\/receipt$/)
    const ticket = await readTicket(page)
    expect(ticket.code).toHaveLength(21)
    await page.getByRole('button', { name: /I have kept it/ }).click()
    await expect(page).toHaveURL(/kept=1/)
    await expect(page.locator(bar)).toBeHidden()
    await page.goto('/en')
    await expect(page.locator(bar)).toHaveCount(0)
    await page.goto('/en/offline')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tell us what happened')
  })
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

test('start, rights, numbers and the checker open without network; other pages say that they need it @js', async ({
  page,
  context,
}) => {
  await openOnce(page)
  await context.setOffline(true)
  for (const [address, heading] of [
    ['/en', /./],
    ['/en/help', /./],
    ['/en/rights', /./],
    ['/en/rights/information', /./],
    ['/en/safety', /./],
  ] as const) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await expect(page.locator('#offline')).toHaveCount(0)
    await checkAccessibility(page)
  }
  await page.goto('/en/fees')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this payment allowed?')
  await checkAccessibility(page)
  await page.goto('/en/track')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page needs network')
  await expect(page.getByRole('link', { name: '110' })).toBeVisible()
  await checkAccessibility(page)
  await screenshot(page, 'offline-track')
})

test('answers in danger bring the numbers at once @js', async ({ page, context }) => {
  await openOnce(page)
  await context.setOffline(true)
  await page.goto('/en/report')
  await page.getByRole('link', { name: /^Start/ }).click()
  await page.locator('input[value="violence"]').check()
  await goOn(page, 'Are you safe now?')
  await page.locator('input[value="in_danger_now"]').check()
  await goOn(page, 'Which country do you come from?')
  await expect(page.getByRole('link', { name: '110' })).toBeVisible()
  await checkAccessibility(page)
})

test('answers are kept behind a PIN only when asked, and go with one press @js', async ({ page, context }) => {
  await openOnce(page)
  await context.setOffline(true)
  const begin = async () => {
    await page.goto('/en/report')
    await page.getByRole('link', { name: /^Start/ }).click()
    await page.locator('input[value="wages_unpaid"]').check()
    await goOn(page, 'Which country do you come from?')
  }
  await begin()
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  await page.getByRole('button', { name: 'Keep my answers on this phone' }).click()
  await expect(page.getByText('After 5 wrong PINs your answers are deleted')).toBeVisible()
  await checkAccessibility(page)
  await page.getByLabel('PIN').fill('12')
  await page.getByRole('button', { name: 'Keep them', exact: true }).click()
  await expect(page.locator('.sum')).toContainText('A PIN has 4 to 6 digits')
  await page.getByLabel('PIN').fill('4711')
  await page.getByRole('button', { name: 'Keep them', exact: true }).click()
  await expect(page.getByText('Your answers are kept on this phone, behind your PIN.')).toBeVisible()
  await page.locator('input[value="NP"]').check()
  await goOn(page, 'How do you work in Japan?')
  await page.close()
  const again = await context.newPage()
  await again.goto('/en/report')
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('Your answers are on this phone')
  await checkAccessibility(again)
  await again.getByLabel('PIN').fill('1111')
  await again.getByRole('button', { name: 'Continue' }).click()
  await expect(again.locator('.sum')).toContainText('Tries left: 4')
  await again.getByLabel('PIN').fill('4711')
  await again.getByRole('button', { name: 'Continue' }).click()
  await expect(again.locator('.sum')).toContainText('Wait')
  await again.waitForTimeout(2_100)
  await again.getByLabel('PIN').fill('4711')
  await again.getByRole('button', { name: 'Continue' }).click()
  await expect(again.getByText('Your answers from before are still here.')).toBeVisible()
  await again.getByRole('link', { name: /^Go on/ }).click()
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('How do you work in Japan?')
  await again.getByRole('button', { name: 'Back' }).click()
  await expect(again.locator('input[value="NP"]')).toBeChecked()
  await again.getByRole('button', { name: 'Delete what is kept on this phone' }).click()
  await expect(again.getByRole('button', { name: 'Keep my answers on this phone' })).toBeVisible()
  const next = await context.newPage()
  await next.goto('/en/report')
  await expect(next.getByRole('heading', { level: 1 })).toHaveText('Tell us what happened')
})

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

test('the language changes without network where it is kept, and the answers stay @js', async ({ page, context }) => {
  await openOnce(page, 'vi')
  await openOnce(page)
  await context.setOffline(true)
  await page.goto('/en/report')
  await page.getByRole('link', { name: /^Start/ }).click()
  await page.locator('input[value="wages_unpaid"]').check()
  await goOn(page, 'Which country do you come from?')
  await page.locator('.lang summary').click()
  await page.locator('.lang [lang=vi]').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await expect(page.locator('input[value="wages_unpaid"]')).toBeChecked()
  await page.locator('.lang summary').click()
  await page.locator('.lang [lang=ne]').click()
  await expect(page.locator(bar)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
})

test('left alone, answers without network go off the screen and come back @js', async ({ page, context }) => {
  await page.clock.install()
  await openOnce(page)
  await context.setOffline(true)
  await page.goto('/en/report')
  await page.getByRole('link', { name: /^Start/ }).click()
  await page.locator('input[value="wages_unpaid"]').check()
  await page.clock.fastForward('10:10')
  await expect(page.getByRole('heading', { level: 1, name: 'This page is resting' })).toBeVisible()
  await expect(page.locator('input[value="wages_unpaid"]')).toBeHidden()
  expect(await page.title()).toBe('Passage')
  await page.getByRole('button', { name: 'Open my answers' }).click()
  await expect(page.locator('input[value="wages_unpaid"]')).toBeChecked()
})
