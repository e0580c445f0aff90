import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { choose, press, readTicket } from '../support/report-steps'
import { account, signIn } from '../support/staff-steps'
import { anOpenCase, openWith } from '../support/track-steps'

const OFFICE = 'minato_helpdesk'

test('a lost code is replaced by two people after three facts; the old one says what happened and alarms a supervisor @no-js', async ({
  page,
}) => {
  const { number, code } = await anOpenCase(page, { paid: true })
  await page.context().clearCookies()
  await signIn(page, account('caseworker', OFFICE))
  await page.goto(`/en/cases/${number}`)
  await page.getByRole('link', { name: 'The worker lost the code' }).click()
  await expect(page).toHaveURL(/\/code$/)
  await expect(page.locator('main')).toContainText('V••• N••')
  await expect(page.locator('main')).not.toContainText(/Viet Nam|TITP|English/)
  await checkAccessibility(page)
  await screenshot(page, `lost-code-${test.info().project.name}`)
  await page.getByRole('button', { name: 'Write the check down' }).click()
  await expect(page.locator('#metHow-error')).toContainText('Say how you meet')
  const check = async (...facts: readonly string[]) => {
    await choose(page, 'in_person')
    for (const fact of facts) await page.locator(`input[name=fact_${fact}][value=matched]`).check()
  }
  await check('origin', 'scheme', 'language', 'received_month')
  await press(page, 'Write the check down', /checked=refused/)
  await expect(page.getByRole('status')).toContainText('No code is made')
  await check('amount', 'paid_month', 'matter')
  await press(page, 'Write the check down', /checked=passed/)
  await expect(page.getByRole('status')).toContainText('A supervisor who did not check has to confirm')
  await expect(page.getByRole('button', { name: 'Make a new code' })).toHaveCount(0)

  await page.context().clearCookies()
  await signIn(page, account('supervisor', OFFICE))
  await page.goto('/en/cases')
  const waiting = page.getByRole('listitem').filter({ hasText: 'An identity check waits' }).filter({ hasText: number })
  await waiting.getByRole('link').click()
  await press(page, 'Confirm the check', /done=code_confirmed$/)

  await page.context().clearCookies()
  await signIn(page, account('caseworker', OFFICE))
  await page.goto(`/en/cases/${number}/code`)
  await press(page, 'Make a new code', /\/code\/new$/)
  await checkAccessibility(page)
  const made = await readTicket(page)
  expect(made.number).toBe(number)
  expect(made.code).toMatch(/^\d{21}$/)
  expect(made.code).not.toBe(code)
  await press(page, 'I have handed it over', /done=code$/)
  await page.goto(`/en/cases/${number}/code/new`)
  await expect(page).toHaveURL(/\/code$/)

  await page.context().clearCookies()
  await page.goto('/en/track')
  await page.locator('#code').fill(code)
  await page.getByRole('button', { name: 'Open my page' }).click()
  await expect(page.locator('#code-error')).toContainText('A new code was made on')
  await expect(page.locator('#code-error')).toContainText('call Minato Helpdesk')
  await checkAccessibility(page)
  await openWith(page, made.code)
  await expect(page.locator('.route')).toContainText('A new code was made')

  await page.context().clearCookies()
  await signIn(page, account('supervisor', OFFICE))
  await page.goto('/en/cases')
  const alarm = page
    .getByRole('listitem')
    .filter({ hasText: 'Somebody typed the old code' })
    .filter({ hasText: number })
  await checkAccessibility(page)
  await alarm.getByRole('link').click()
  await checkAccessibility(page)
  await press(page, 'I have looked into it', /\/code$/)
  await expect(page.locator('main')).not.toContainText('Somebody typed the old code')
})

test('a page that rests keeps half a message and never sends it, although the session lives @js', async ({ page }) => {
  const { code } = await anOpenCase(page)
  await page.clock.install()
  await page.goto('/en/track/case')
  await page.locator('#text').fill('Half a sentence that nobody')
  await page.clock.fastForward('10:10')
  await expect(page).toHaveURL(/\/en\/track\?ended=1$/)
  await openWith(page, code)
  await expect(page.locator('#text')).toHaveValue('Half a sentence that nobody')
  await expect(page.locator('.talk').filter({ hasText: 'Half a sentence' })).toHaveCount(0)
})
