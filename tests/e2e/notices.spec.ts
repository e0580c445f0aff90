import { expect, test } from 'playwright/test'
import { answer, choose, sendReport } from '../support/report-steps'
import { account, signIn } from '../support/staff-steps'

test('@desktop danger rings the bell: to the case, out of the list again, and each chooses what they are told of', async ({
  browser,
  page,
}) => {
  const officer = account('caseworker', 'minato_helpdesk')
  await signIn(page, officer)
  await page.goto('/en/notices')
  const markAll = page.getByRole('button', { name: 'Mark all as read' })
  if (await markAll.isVisible()) await markAll.click()
  await expect(page.getByText('Nothing is unread')).toBeVisible()

  const phone = await (await browser.newContext()).newPage()
  await phone.goto('/en/report/grievances')
  await answer(phone, 'danger', () => choose(phone, 'threats'))
  await answer(phone, 'corridor', () => choose(phone, 'in_danger_now'))
  await phone.goto('/en/report/story')
  await answer(phone, 'contact', () => phone.locator('#story').fill('They lock the door at night.'))
  await phone.goto('/en/report/consents')
  await answer(phone, 'check', () => choose(phone, 'keep_complaint'))
  const { number } = await sendReport(phone)
  await phone.context().close()

  await page.reload()
  const bell = page.getByRole('navigation').getByRole('link', { name: /^Notices \d/ })
  await expect(bell).toBeVisible()
  const row = page.getByRole('listitem').filter({ hasText: number })
  await expect(row).toContainText('A report tells of danger')
  await expect(row).not.toContainText('lock the door')
  await row.getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`/cases/${number}`))

  // Whoever looked at the case has seen what they were told of it.
  await page.goto('/en/notices')
  await expect(row.getByRole('button')).toHaveCount(0)

  await page.getByRole('link', { name: 'What I am told of' }).click()
  await expect(page.getByText('goes to nobody')).toBeVisible()
  const newReport = page.locator('#inApp')
  await newReport.uncheck()
  await page.locator('#quietFrom').selectOption('22')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('#quietTo')).toHaveAttribute('aria-invalid', 'true')
  await page.locator('#quietTo').selectOption('6')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Kept.')
  await expect(newReport).not.toBeChecked()
  await expect(page.locator('#quietFrom')).toHaveValue('22')
})

test('@desktop the page of the jobs shows what ran by itself, to who may see it', async ({ browser, page }) => {
  await signIn(page, account('supervisor', 'minato_helpdesk'))
  await page.goto('/en/settings')
  await page.getByRole('link', { name: /^Jobs/ }).click()
  const reminders = page
    .getByRole('table')
    .first()
    .getByRole('row', { name: /Reminders and escalations/ })
  await expect(async () => {
    await page.getByRole('link', { name: 'Look again' }).click()
    await expect(reminders.locator('time')).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 90_000 })
  await expect(page.getByText('schedule is late')).toHaveCount(0)

  const other = await (await browser.newContext()).newPage()
  await signIn(other, account('caseworker', 'minato_helpdesk'))
  const answered = await other.goto('/en/settings/jobs')
  expect(answered?.status()).toBe(404)
  await other.context().close()
})
