import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright/test'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { account, signIn } from '../support/staff-steps'

const signInAs = (page: Page, role: 'administrator' | 'supervisor') => signIn(page, account(role, 'minato_helpdesk'))

/** The page may first say that it is counting; then it asks again by itself. */
async function answered(page: Page): Promise<void> {
  await expect(page.locator('#table')).toBeVisible({ timeout: 30_000 })
}

test('a question is asked with the keyboard alone, drawn, compared, saved, deleted and taken back @desktop', async ({
  page,
}) => {
  await signInAs(page, 'administrator')
  await page.goto('/en/statistics')
  await answered(page)

  await test.step('one tap on a question asked often', async () => {
    const preset = page.getByRole('link', { name: 'Paid in all', exact: true })
    await preset.focus()
    await page.keyboard.press('Enter')
    await answered(page)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Paid in all')
    await expect(page.locator('#figure-1')).toContainText('95 % interval')
    // Other journeys send reports and ask meanwhile: what they were told may leave nothing to draw here.
    await expect(page.locator('#figure-2')).toContainText(/Middle half and median|nothing here can be shown/)
    await checkAccessibility(page)
    await screenshot(page, `statistics-paid-${test.info().project.name}`)
  })

  await test.step('another measure, rows and columns, with keys only', async () => {
    await page.locator('select[name=measure]').first().focus()
    // The first of all; by its first letters the next one of that name would be found.
    await page.keyboard.press('Home')
    await page.locator('select[name=rows]').focus()
    await page.keyboard.type('Country of origin')
    await page.locator('select[name=columns]').focus()
    await page.keyboard.type('Scheme')
    await page.locator('select[name=compare]').focus()
    await page.keyboard.type('Nothing')
    await page.getByRole('button', { name: 'Show' }).focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/measure=reports/)
    await expect(page).toHaveURL(/columns=scheme/)
    await answered(page)
    // As above: with few reports in the test's database the flow may have nothing that can be shown.
    const flow = page.locator('#figure-1').getByRole('img')
    const nothing = page.locator('#figure-1').getByText('nothing here can be shown')
    await expect(flow.or(nothing)).toBeVisible()
    if (await flow.isVisible()) {
      await expect(flow).toHaveAccessibleName(/from country of origin to scheme/)
      await expect(flow).toHaveAccessibleDescription(/The largest: .+ to .+, /)
    }
    await checkAccessibility(page)
  })

  const name = `Flow ${randomUUID().slice(0, 8)}`
  await test.step('it is saved under a name, deleted and taken back', async () => {
    await page.getByRole('link', { name: 'Save this question' }).click()
    await page.locator('#name').fill(name)
    await page.getByRole('button', { name: 'Save' }).click()
    await answered(page)
    const saved = page.getByRole('navigation', { name: 'Saved questions' }).getByRole('link', { name })
    await expect(saved).toHaveAttribute('aria-current', 'page')
    await page.getByRole('link', { name: 'Change the saved question' }).click()
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByRole('status')).toContainText(`“${name}” is deleted`)
    await page.getByRole('button', { name: 'Take it back' }).click()
    await expect(saved).toBeVisible()
  })
})

/** On a phone the form is folded under what is asked. */
async function openForm(page: Page): Promise<void> {
  await expect(page.locator('select[name=rows]')).toBeHidden()
  await page.locator('summary').filter({ hasText: 'Change the question' }).click()
}

test('without scripts a supervisor compares two corridors, narrows, and reads what could not be read @no-js', async ({
  page,
}) => {
  await signInAs(page, 'supervisor')
  await page.goto('/en/statistics?measure=paid_share&rows=scheme&corridor=VN-JP&from=yesterday')
  await answered(page)
  await expect(page.locator('main')).toContainText('We could not read a part of this address')
  await expect(page.locator('main')).toContainText('These are the reports of your office')
  await openForm(page)
  await page.locator('select[name=compare]').selectOption('corridor')
  await page.locator('select[name=compare_corridor]').selectOption('ID-JP')
  await page.getByRole('button', { name: 'Show' }).click()
  await answered(page)
  await expect(page.locator('#table thead')).toContainText('Other corridor: Indonesia to Japan')
  await expect(page.locator('summary').filter({ hasText: 'Compare with: Indonesia to Japan' })).toBeVisible()
  await openForm(page)
  await page.getByRole('button', { name: 'Narrow further' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which reports shall be counted?')
  await checkAccessibility(page)
  await page.getByRole('group', { name: 'Channel' }).getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/channel=/)
  await expect(page).toHaveURL(/compare_corridor=ID-JP/)
  await expect(page.locator('#table').or(page.locator('.empty'))).toBeVisible({ timeout: 30_000 })
})
