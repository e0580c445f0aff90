import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { choose, press } from '../support/report-steps'
import { account, signIn } from '../support/staff-steps'
import { anOpenCase, openWith } from '../support/track-steps'

test('a worker asks about the own data, an officer answers, and writes down what came by phone', async ({ page }) => {
  const { number, code } = await anOpenCase(page)

  await test.step('the worker asks, and sees by when it is answered', async () => {
    await page.getByRole('link', { name: /^Ask us about your data/ }).click()
    await press(page, 'Ask', /\/request/)
    await expect(page.locator('main')).toContainText('Choose what you want.')
    await checkAccessibility(page)
    await choose(page, 'erasure')
    await page.locator('#words').fill('The message of <b>yesterday</b>.')
    await screenshot(page, `rights-ask-${test.info().project.name}`)
    await press(page, 'Ask', /told=request/)
    await expect(page.getByRole('status').first()).toContainText('You get an answer.')
    await expect(page.locator('aside')).toContainText('Answer about your data')
    await page.goto('/en/track/case/request')
    await expect(page.locator('main')).toContainText('The message of <b>yesterday</b>.')
    await expect(page.locator('main')).toContainText('Answer about your data: by')
    await checkAccessibility(page)
    await screenshot(page, `rights-asked-${test.info().project.name}`)
  })

  await test.step('the officer answers with a reason', async () => {
    await signIn(page, account('caseworker', 'minato_helpdesk'))
    await page.goto(`/en/cases/${number}`)
    await page.locator('#rights').getByRole('link', { name: 'Answer' }).click()
    await checkAccessibility(page)
    await choose(page, 'partly')
    await page.locator('#reason').fill('We took the message out. The note of it stays.')
    await screenshot(page, `rights-answer-${test.info().project.name}`)
    await press(page, 'Answer', /done=answered/)
    await expect(page.locator('#rights')).toContainText('Done in part')
  })

  await test.step('the officer writes down a request of somebody else', async () => {
    await page.locator('#askedBy').selectOption('other')
    await page.locator('#identityCheck').selectOption('not_yet')
    await press(page, 'Record', /done=recorded/)
    await expect(page.locator('#rights')).toContainText('Somebody else')
    await checkAccessibility(page)
    await screenshot(page, `rights-recorded-${test.info().project.name}`)
  })

  await test.step('the worker reads the answer, and nothing of the other request', async () => {
    await openWith(page, code)
    await page.goto('/en/track/case/request')
    await expect(page.locator('main')).toContainText('We took the message out.')
    await expect(page.locator('main')).toContainText('Done in part')
    const list = page.locator('section', { has: page.getByRole('heading', { name: 'What you asked' }) })
    await expect(list.getByRole('listitem')).toHaveCount(1)
  })
})
