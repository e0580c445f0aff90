import { expect, test } from '../support/browser'
import { answer, choose, press } from '../support/report-steps'

test('left alone for ten minutes the page shows nothing, keeps what was typed, and opens again at a press @js', async ({
  page,
}) => {
  await page.clock.install()
  await page.goto('/en/report/grievances')
  await choose(page, 'wages_unpaid')
  await answer(page, 'corridor')
  await page.goto('/en/report/story')
  await page.locator('#story').fill('Half a sentence that nobody')
  await page.clock.fastForward('10:10')
  await expect(page).toHaveURL(/\/en\/report\/rest$/)
  await expect(page).toHaveTitle('Passage')
  await expect(page.locator('body')).not.toContainText('Half a sentence')
  // Going back in the history shows nothing either: the server asks first.
  await page.goto('/en/report/story')
  await expect(page).toHaveURL(/\/en\/report\/rest$/)
  await press(page, 'Open my answers', /\/en\/report$/)
  await page.goto('/en/report/story')
  await expect(page.locator('#story')).toHaveValue('Half a sentence that nobody')
})

test('chosen digits are asked for after a rest, and wrong ones open nothing @js', async ({ page }) => {
  await page.clock.install()
  await page.goto('/en/report')
  await page.getByRole('link', { name: /Lock your answers/ }).click()
  await page.getByLabel('Digits only you know').fill('1234')
  await page.getByRole('button', { name: 'Lock with these digits' }).click()
  await expect(page.getByText('These digits are easy to guess.').first()).toBeVisible()
  await page.getByLabel('Digits only you know').fill('4827')
  await press(page, 'Lock with these digits', /locked=1$/)
  await page.goto('/en/report/grievances')
  await choose(page, 'wages_unpaid')
  await answer(page, 'corridor')
  await page.clock.fastForward('10:10')
  await expect(page).toHaveURL(/\/en\/report\/rest$/)
  await page.getByLabel('Your digits').fill('9999')
  await page.getByRole('button', { name: 'Open my answers' }).click()
  await expect(page.getByText('4 tries are left').first()).toBeVisible()
  await page.getByLabel('Your digits').fill('4827')
  await press(page, 'Open my answers', /\/en\/report$/)
  await page.goto('/en/report/grievances')
  await expect(page.locator('input[value="wages_unpaid"]')).toBeChecked()
})

test('the page on using the phone safely is short, neutral and reached from the foot', async ({ page }) => {
  await page.goto('/en')
  await page.locator('footer').getByRole('link', { name: 'Using this phone' }).click()
  await expect(page).toHaveURL(/\/en\/safety$/)
  await expect(page).toHaveTitle('Using this phone – Passage')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Use your phone safely')
})
