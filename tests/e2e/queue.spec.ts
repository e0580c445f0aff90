import { expect, test } from '../support/browser'
import { press } from '../support/report-steps'
import { account, reportFrom, signIn } from '../support/staff-steps'

const OFFICE = 'minato_helpdesk'

test('a view is saved, a sealed word found, two cases given away and taken back @desktop', async ({ page }) => {
  const number = await reportFrom(page, 'Họ giữ hộ chiếu trong tủ sắt zyxquế.')
  await signIn(page, account('supervisor', OFFICE))
  await page.locator('#q').fill('tu sat zyxque')
  await press(page, 'Search', /[?&]s=/)
  expect(page.url()).not.toContain('zyxque')
  await expect(page.locator('tr[data-case] a.code')).toHaveText([number])
  await page.goto('/en/cases?view=due&severity=critical')
  await page.getByRole('link', { name: 'Save this view' }).click()
  await page.getByLabel('Name').fill('Critical ones')
  await press(page, 'Save', /saved=/)
  await expect(page.getByRole('link', { name: /^Critical ones/ })).toHaveAttribute('aria-current', 'page')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.locator('tr[data-case] input:checked')).toHaveCount(2)
  // Back from a case the second row is still the chosen one.
  const chosen = page.locator('tr[data-case].cursor')
  const second = await chosen.getAttribute('data-case')
  await page.keyboard.press('o')
  await expect(page).toHaveURL(new RegExp(`${second}$`, 'u'))
  await page.goBack()
  await expect(chosen).toHaveAttribute('data-case', second ?? '')
  for (const row of [0, 1]) await page.locator('tr[data-case] input').nth(row).setChecked(true)
  await page.keyboard.press('a')
  await expect(page).toHaveURL(/\/cases\/bulk\?/)
  await page.getByLabel('Officer').selectOption({ index: 1 })
  await page.getByLabel('No', { exact: true }).check()
  await press(page, 'Give to somebody', /\/cases\/bulk\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('row')).toHaveCount(3)
  if (await page.getByRole('button', { name: 'Take it back' }).isVisible()) {
    await page.getByRole('button', { name: 'Take it back' }).click()
    await expect(page.getByText('Taken back.').first()).toBeVisible()
  }
  // A word of the office that nobody wrote before, from the case itself.
  const label = `Press ${number}`
  await page.goto(`/en/cases/${number}`)
  await page.getByRole('link', { name: 'Add a label' }).click()
  await page.locator('input[name="newLabel"]').fill(label)
  await press(page, 'Add a label', /\/cases\/bulk\/[0-9a-f-]{36}$/)
  await expect(page.locator('main')).toContainText(`Add a label: ${label}`)
  await page.getByRole('link', { name: number }).click()
  await expect(page.locator('.chip.label')).toHaveText([label])
})
