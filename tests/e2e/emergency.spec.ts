import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { press } from '../support/report-steps'
import { account, signIn } from '../support/staff-steps'
import { anOpenCase, openWith } from '../support/track-steps'

const WORDS = 'A friend called: the person stands on a roof.'

test('another office reads a case in an emergency, its own office answers, and its worker reads who it was @js', async ({
  page,
  browser,
}, { project }) => {
  const { number, code } = await anOpenCase(page)
  const baseURL = project.use.baseURL ?? ''
  const rescuer = await (await browser.newContext({ baseURL, viewport: page.viewportSize() })).newPage()
  await signIn(rescuer, account('supervisor', 'sakura_union'))

  await test.step('who opens it says why, and sees what helps to find a person', async () => {
    await rescuer.goto('/en/cases/emergency')
    await checkAccessibility(rescuer)
    await rescuer.locator('#number').fill(number)
    await rescuer.locator('[name=reason][value=life_in_danger]').check()
    await rescuer.locator('#words').fill(WORDS)
    await press(rescuer, 'Open and tell the office', /\/cases\/emergency\/[0-9a-f-]{36}$/)
    await expect(rescuer.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(rescuer.locator('main')).toContainText('You can read this until')
    await checkAccessibility(rescuer)
    await screenshot(rescuer, 'emergency')
  })

  const own = await (await browser.newContext({ baseURL, viewport: page.viewportSize() })).newPage()
  await signIn(own, account('supervisor', 'minato_helpdesk'))
  await test.step('the office of the case sees it, keeps it from the worker with a reason, tells after all, and judges', async () => {
    await own.goto(`/en/cases/${number}`)
    await own.getByRole('link', { name: 'Look and answer' }).click()
    await expect(own.locator('main')).toContainText(WORDS)
    await own.getByText('It is not safe to tell the worker yet').click()
    await checkAccessibility(own)
    await own.getByRole('button', { name: 'Tell the worker later' }).click()
    await expect(own.locator('#words-error')).toBeVisible()
    await own.locator('#words').fill('The boss keeps the phone.')
    await own.getByRole('button', { name: 'Tell the worker later' }).click()
    await expect(own.getByRole('status')).toBeFocused()
    await expect(own.locator('main')).toContainText('Not told before')
    await own.getByRole('button', { name: 'Tell the worker now' }).click()
    await expect(own.locator('main')).not.toContainText('Not told before')
    await own.getByRole('button', { name: 'End it now' }).click()
    await own.getByRole('button', { name: 'It was right' }).click()
    await expect(own.locator('main')).toContainText('Reads it on their own page')
    await checkAccessibility(own)
    await rescuer.reload()
    await expect(rescuer.locator('main')).not.toContainText('You can read this until')
  })

  await test.step('a legal hold asks first, and says then that nothing goes', async () => {
    await own.goto(`/en/cases/${number}/hold`)
    await expect(own.getByRole('heading', { level: 1 })).toHaveText('Must all of this case stay?')
    await checkAccessibility(own)
    await own.locator('#reason').selectOption('court')
    await own.locator('#endsOn').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10))
    await own.locator('#words').fill('Labour tribunal.')
    await press(own, 'Put the hold on it', /done=held/)
    await expect(own.getByRole('heading', { level: 1 })).toHaveText('Nothing of this case may go')
    await checkAccessibility(own)
  })

  await test.step('the worker reads that it was opened, by whom and why', async () => {
    await page.context().clearCookies()
    await openWith(page, code)
    await page.getByRole('link', { name: /^Who read my case/ }).click()
    await expect(page.locator('main')).toContainText('because they thought that a life was in danger')
    await expect(page.locator('main')).not.toContainText('stands on a roof')
    await checkAccessibility(page)
    await screenshot(page, 'readers')
  })
  await rescuer.context().close()
  await own.context().close()
})
