import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { press } from '../support/report-steps'
import { account, reportFrom, signIn } from '../support/staff-steps'
import { anOpenCase, openWith } from '../support/track-steps'

const NEWS = 'The company answered. We write again on Friday.'

test('a critical case is triaged on one page, linked, grouped, and its worker reads only the own message @desktop', async ({
  page,
}) => {
  const first = await reportFrom(page, 'They owe me for two months.')
  const { number, code } = await anOpenCase(page)
  await page.context().clearCookies()
  await signIn(page, account('caseworker', 'minato_helpdesk'))

  await test.step('triage: a danger, a tie that is asked about, one press', async () => {
    await page.goto(`/en/cases/${number}`)
    await page.getByRole('link', { name: 'Triage this case' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Triage')
    await checkAccessibility(page)
    await screenshot(page, 'triage-desktop')
    await page.getByRole('group', { name: 'In danger now' }).getByLabel('True now').check()
    await page.getByRole('button', { name: 'Finish triage' }).click()
    await expect(page.locator('.sum')).toContainText('choose one')
    await expect(page.getByRole('group', { name: 'In danger now' }).getByLabel('True now')).toBeChecked()
    await page.locator('[name="conflict"][value="no"]').check()
    await press(page, 'Finish triage', /done=triaged/)
    await expect(page.getByRole('status')).toContainText('Triage is saved')
    await expect(page.locator('.meta').first()).toContainText('Critical')
    await expect(page.locator('.meta').first()).toContainText('Assigned')
  })
  await test.step('a related case is linked with a reason', async () => {
    await page.goto(`/en/cases/${number}/related`)
    await page.locator('#typed').fill(first.toLowerCase())
    await page.locator('#reason').fill('The same company pays late.')
    await press(page, 'Link the cases', /done=linked/)
    await expect(page.getByRole('link', { name: first })).toBeVisible()
  })
  await test.step('a group is made of both, and all get a message', async () => {
    await page.goto(`/en/groups/new?from=${number}`)
    await page.locator('#title').fill('Late pay at one company')
    await press(page, 'Make the group', /done=group_made/)
    await checkAccessibility(page)
    await page.getByRole('link', { name: 'Message all' }).click()
    await expect(page.getByRole('heading', { name: /^Who gets it/ })).toContainText('2 cases')
    await checkAccessibility(page)
    await page.locator('#words_en').fill(`${NEWS} It is like ${first}.`)
    await page.getByRole('button', { name: 'Send to 2 cases' }).click()
    await expect(page.locator('.sum')).toContainText('show another case')
    await page.locator('#words_en').fill(NEWS)
    await press(page, 'Send to 2 cases', /\/acts\//)
    await expect(page.getByRole('status')).toContainText('Done for 2 cases')
  })
  await test.step('the worker reads the own message and nothing of the other', async () => {
    await page.context().clearCookies()
    await openWith(page, code)
    await expect(page.getByText(NEWS)).toBeVisible()
    const shown = await page.content()
    for (const hidden of [first, 'Late pay at one company', 'The same company pays late'])
      expect(shown).not.toContain(hidden)
  })
})
