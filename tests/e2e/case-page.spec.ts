import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { press } from '../support/report-steps'
import { account, reportFrom, signIn } from '../support/staff-steps'

const OFFICE = 'minato_helpdesk'
const STORY = 'They have not paid me for three months.'

test('an officer works through a case: reply, translation, sign, task, timeline, paper @desktop', async ({
  page,
  browser,
}) => {
  const number = await reportFrom(page, STORY)
  const address = `/en/cases/${number}`
  await signIn(page, account('caseworker', OFFICE))
  await page.goto(address)

  await test.step('what is next and the last words stand first', async () => {
    await expect(page.locator('.now-band')).toContainText(STORY)
    await expect(page.locator('.now-band')).toContainText('ours')
    await checkAccessibility(page)
  })
  await test.step('replies by a template, changed before it is sent', async () => {
    await page.locator('#template').selectOption('ask_receipt')
    await press(page, 'Put it into the box', /template=ask_receipt/)
    await expect(page.getByRole('status')).toContainText('Do you have a receipt')
    await expect(page.locator('#message')).toHaveValue(/Do you have a receipt/)
    // React puts a filled box back to its first words when it takes the page over.
    await page.waitForLoadState('networkidle')
    await page.locator('#message').fill('Do you have a payslip?')
    await expect(page.locator('#message')).toHaveValue('Do you have a payslip?')
    await press(page, 'Send to the worker', /done=message/)
    await expect(page.locator('#messages')).toContainText('Do you have a payslip?')
    await expect(page.locator('#messages')).toContainText('template: Ask for a receipt')
  })
  await test.step('a translation by a person; a colleague was faster, and nothing typed is lost', async () => {
    await page.goto(`/vi/cases/${number}`)
    await page.locator('#facts').getByRole('link', { name: 'Thêm bản dịch' }).click()
    await expect(page).toHaveURL(/\/translate\/statement\//)
    await checkAccessibility(page)
    await page.locator('#translation').fill('Ba tháng nay họ không trả lương cho tôi.')

    const other = await (await browser.newContext()).newPage()
    await signIn(other, account('caseworker', OFFICE, 1))
    await other.goto(page.url())
    await other.locator('#translation').fill('Họ không trả lương.')
    await press(other, 'Lưu bản dịch', /done=translation/)
    await other.context().close()

    await page.getByRole('button', { name: 'Lưu bản dịch' }).click()
    await expect(page.locator('.sum')).toBeVisible()
    await expect(page.locator('#now')).toContainText('Họ không trả lương.')
    await expect(page.locator('#translation')).toHaveValue('Ba tháng nay họ không trả lương cho tôi.')
    await press(page, 'Lưu bản dịch', /done=translation/)
    await page.goto(address)
    await expect(page.locator('#facts')).toContainText('Ba tháng nay họ không trả lương cho tôi.')
    await expect(page.locator('#facts')).toContainText('Not by machine')
  })
  await test.step('judges a sign, with a reason', async () => {
    await page
      .locator('#signs')
      .getByRole('link', { name: /^Judge ?: Withholding of wages$/ })
      .click()
    await expect(page).toHaveURL(/\/signs\/withholding_of_wages$/)
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Keep the judgement' }).click()
    await expect(page.locator('.sum')).toContainText('choose one')
    await page.getByLabel('Present').check()
    await page.locator('#reason').fill('Three pay days without pay.')
    await press(page, 'Keep the judgement', /done=sign/)
    await expect(page.locator('#signs')).toContainText('Present')
    await expect(page.locator('#signs')).toContainText('Three pay days without pay.')
  })
  await test.step('writes a task down and does it', async () => {
    await page.locator('#tasks').getByRole('link', { name: 'Add a task' }).click()
    await page.locator('#title').fill('Ask for the payslips of July')
    await page.locator('#dueOn').fill('2030-01-15')
    await press(page, 'Add a task', /done=task_added/)
    await checkAccessibility(page)
    await page.goto(address)
    await expect(page.locator('#tasks')).toContainText('Ask for the payslips of July')
    await press(page, /^Done ?: Ask for the payslips of July$/, /done=task_done/)
    await expect(page.locator('#tasks')).toContainText('No task is open.')
    await screenshot(page, 'case-page')
  })
  await test.step('the timeline tells all of it, and one kind alone', async () => {
    await page.getByRole('link', { name: 'The whole timeline' }).click()
    const line = page.locator('.route')
    for (const told of [
      'Message to the worker',
      'Words translated, version 2',
      'Withholding of wages: Present',
      'Task done: Ask for the payslips of July',
      'Received',
      'Case read',
    ])
      await expect(line).toContainText(told)
    await checkAccessibility(page)
    await page.locator('#kind').selectOption('task')
    await press(page, 'Show', /kind=task/)
    await expect(line).toContainText('Task done')
    await expect(line).not.toContainText('Case read')
  })
  await test.step('the case file on paper', async () => {
    await page.goto(`${address}/print`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(number)
    await expect(page.locator('.stamp')).toContainText(account('caseworker', OFFICE).displayName)
    await checkAccessibility(page)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('header.rail')).toBeHidden()
    await expect(page.locator('.filesheet')).toContainText('Three pay days without pay.')
    await page.emulateMedia({ media: null })
  })
})

test('a template is read by the worker in Vietnamese and by the officer in English @desktop', async ({ page }) => {
  await signIn(page, account('supervisor', OFFICE))
  await page.goto('/en/cases?q=&view=due')
  const row = page.locator('tr[data-case]', { hasText: /Vietnamese|\bVI\b/i }).first()
  await row.locator('a.code').click()
  await expect(page.locator('.meta').first()).toContainText('Vietnamese')
  await page.locator('#template').selectOption('received_thanks')
  await press(page, 'Put it into the box', /template=received_thanks/)
  await expect(page.locator('#message')).toHaveValue(/Cảm ơn bạn đã viết cho chúng tôi/)
  await expect(page.getByRole('status')).toContainText('Thank you for writing to us')
})
