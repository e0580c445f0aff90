import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { answer, choose, press, sendReport } from '../support/report-steps'
import { account, fillSignIn } from '../support/staff-steps'

test('an officer writes down a report for a worker, and nothing goes without the worker’s agreement', async ({
  page,
}) => {
  await test.step('only for those who are signed in', async () => {
    await page.goto('/en/cases/new')
    await expect(page).toHaveURL(/\/en\/sign-in/)
    await fillSignIn(page, account('caseworker', 'minato_helpdesk'))
    await expect(page).toHaveURL(/\/en\/cases\/new$/)
  })
  await test.step('how it came has to be said', async () => {
    await page.getByRole('button', { name: 'Start' }).click()
    await expect(page.locator('.sum')).toContainText('choose one')
    await checkAccessibility(page)
    await choose(page, 'phone')
    await page.locator('#language').selectOption('vi')
    await press(page, 'Start', /\/cases\/new\/grievances$/)
    await checkAccessibility(page)
  })
  await test.step('the same questions', async () => {
    await answer(page, 'corridor', () => choose(page, 'wages_unpaid'))
    await page.goto('/en/cases/new/story')
    await answer(page, 'contact', () => page.locator('#story').fill('Công ty giữ hộ chiếu.'))
    await page.goto('/en/cases/new/consents')
    await answer(page, 'check', async () => {
      await choose(page, 'keep_complaint')
      await choose(page, 'statistics')
    })
    await checkAccessibility(page)
    await screenshot(page, `assisted-check-${test.info().project.name}`)
  })
  await test.step('the agreement and its witness', async () => {
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(page.locator('.sum')).toContainText('without the worker’s agreement')
    await choose(page, 'told_to_officer')
    await page.locator('#witnessed').check()
    // Who the worker is: asked because the worker agreed to be counted.
    await choose(page, '18_24')
    const { number } = await sendReport(page)
    await checkAccessibility(page)
    await press(page, /The worker has it/, new RegExp(`/cases/${number}$`))
    await expect(page.locator('#facts')).toContainText('18 to 24')
  })
})
