import { DEMO_ACCOUNTS } from '@/lib/demo/accounts'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { press } from '../support/report-steps'
import { account, fillPassword, fillSignIn, letStaffSessionsGoIdle, reportFrom, signIn } from '../support/staff-steps'

const OFFICE = 'minato_helpdesk'
const STORY = 'They keep my passport in the office.'

/** Where sessions are made to end: with and without scripts run side by side and must not end each other's. */
function officeOfItsOwn(): string {
  return test.info().project.name === 'phone' ? 'hibiya_embassy_desk' : 'sakura_union'
}

test('an officer takes a case from the queue, answers, keeps a note and moves it', async ({ page }) => {
  const number = await reportFrom(page, STORY)
  const address = new RegExp(`/en/cases/${number}`)
  await test.step('the queue', async () => {
    await signIn(page, account('caseworker', OFFICE))
    await expect(page.getByRole('heading', { level: 1 })).toContainText('this week')
    await checkAccessibility(page)
    await screenshot(page, `queue-${test.info().project.name}`)
    // On a phone the search is folded above the first case.
    const folded = page.getByText('Search and filter', { exact: true })
    if (await folded.isVisible()) await folded.click()
    await page.locator('#q').fill(number.toLowerCase().replace('-', ' '))
    await press(page, 'Search', /[?&]q=/)
    await page.getByRole('link', { name: number, exact: true }).click()
    await expect(page).toHaveURL(address)
  })
  await test.step('the case, with the words of the worker', async () => {
    await expect(page.locator('#facts').getByText(STORY)).toBeVisible()
    await checkAccessibility(page)
  })
  await test.step('takes it, after the question about a tie', async () => {
    await page.getByRole('link', { name: 'Take the case' }).click()
    await expect(page).toHaveURL(/\/take$/)
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Take the case' }).click()
    await expect(page.locator('.sum')).toContainText('choose one')
    await page.getByLabel('No', { exact: true }).check()
    await press(page, 'Take the case', /done=taken/)
    await expect(page.getByRole('status')).toContainText('yours')
  })
  await test.step('answers the worker', async () => {
    await page.getByRole('button', { name: 'Send to the worker' }).click()
    await expect(page.locator('.sum')).toContainText('Write some words')
    await page.locator('#message').fill('Nobody may keep your passport.')
    await press(page, 'Send to the worker', /done=message/)
    await expect(page.locator('#messages')).toContainText('Nobody may keep your passport.')
    await expect(page.locator('#message')).toHaveValue('')
  })
  await test.step('keeps a note', async () => {
    await page.locator('#note').fill('Second passport case of this company.')
    await press(page, 'Keep the note', /done=note/)
    await expect(page.locator('#notes')).toContainText('Second passport case')
  })
  await test.step('moves it, and is told what is missing', async () => {
    await page.locator('#state').getByRole('link', { name: 'Assigned' }).click()
    await expect(page).toHaveURL(/\/state\/assigned$/)
    await checkAccessibility(page)
    await press(page, 'Change to: Assigned', /done=state/)
    await page.locator('#state').getByRole('link', { name: 'Investigation' }).click()
    await page.getByRole('button', { name: 'Change to: Investigation' }).click()
    await expect(page.locator('.sum')).toContainText('write the reason')
    await page.locator('#reason').fill('Plan: ask the office for the passport.')
    await press(page, 'Change to: Investigation', /done=state/)
    await expect(page.locator('#history')).toContainText('Investigation')
    await screenshot(page, `case-${test.info().project.name}`)
  })
  await test.step('changes the severity with a reason', async () => {
    await page.getByRole('link', { name: 'Change the severity' }).click()
    await checkAccessibility(page)
    await page.getByLabel('Critical').check()
    await page.locator('#reason').fill('The flight is booked.')
    await press(page, 'Save', /done=severity/)
    await expect(page.getByText('Set by an officer')).toBeVisible()
  })
})

test('the queue and a case read well in Vietnamese @js', async ({ page }) => {
  await signIn(page, account('supervisor', OFFICE), 'vi')
  await checkAccessibility(page)
  await page.locator('tr[data-case] a.code').first().click()
  await expect(page.locator('#history')).toBeVisible()
  await checkAccessibility(page)
})

test('of two officers who move a case at once the second is told and keeps every word', async ({ page, browser }) => {
  const number = await reportFrom(page, STORY)
  await signIn(page, account('supervisor', OFFICE))
  await page.goto(`/en/cases/${number}/state/awaiting_worker`)
  await page.locator('#question').fill('Who has your passport?')

  const other = await (await browser.newContext()).newPage()
  await signIn(other, account('caseworker', OFFICE, 1))
  await other.goto(`/en/cases/${number}/take`)
  await other.getByLabel('No', { exact: true }).check()
  await press(other, 'Take the case', /done=taken/)
  await other.context().close()

  await page.getByRole('button', { name: 'Change to: Waiting for the worker' }).click()
  await expect(page.locator('.sum')).toContainText('Somebody changed this before you')
  await expect(page.locator('#question')).toHaveValue('Who has your passport?')
  await expect(page.getByText('Last step: Triage')).toBeVisible()
  await press(page, 'Change to: Waiting for the worker', /done=state/)
  await expect(page.locator('#messages')).toContainText('Who has your passport?')
})

test('a session that ends while somebody types loses nothing, and shows nothing to the next person', async ({
  page,
}) => {
  const office = officeOfItsOwn()
  const [author, colleague] = [account('supervisor', office), account('caseworker', office)]
  await signIn(page, author)
  await page.locator('tr[data-case] a.code').first().click()
  await expect(page.locator('#message')).toBeVisible()
  await page.locator('#message').fill('Half a sentence')
  await letStaffSessionsGoIdle(author)
  await page.getByRole('button', { name: 'Send to the worker' }).click()
  await expect(page).toHaveURL(/\/sign-in\?/)
  await expect(page.getByRole('status')).toContainText('What you typed is kept')
  await checkAccessibility(page)

  await fillSignIn(page, colleague)
  await expect(page).toHaveURL(/\/en\/cases\//)
  await expect(page.locator('#message')).toHaveValue('')
  await page.goto(`/en/sign-out`)
  await checkAccessibility(page)
  await page.locator('main').getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/out=1/)
  await page.goto('/en/cases')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
})

test('what was typed comes back to the same person at the same place', async ({ page }) => {
  const author = account('caseworker', officeOfItsOwn(), 1)
  await signIn(page, author)
  await page.locator('tr[data-case] a.code').first().click()
  await expect(page.locator('#note')).toBeVisible()
  await page.locator('#note').fill('Half a note')
  await letStaffSessionsGoIdle(author)
  await page.getByRole('button', { name: 'Keep the note' }).click()
  await expect(page).toHaveURL(/\/sign-in\?/)
  await fillSignIn(page, author)
  await expect(page.getByRole('status')).toContainText('What you typed')
  await expect(page.locator('#note')).toHaveValue('Half a note')
  await press(page, 'Keep the note', /done=note/)
  await expect(page.locator('#note')).toHaveValue('')
})

test('a wrong password and an unknown address get the same words, and nobody is led elsewhere @no-js', async ({
  page,
}) => {
  await page.goto(`/en/sign-in?next=${encodeURIComponent('https://example.com/en/cases')}`)
  await checkAccessibility(page)
  for (const email of ['nobody@example.org', 'sakura.nobody@example.org']) {
    await fillPassword(page, { email, password: 'not the password' })
    await expect(page.locator('.sum')).toContainText('The e-mail or the password is not right.')
    await expect(page.locator('#email')).toHaveValue(email)
  }
  await fillSignIn(page, account('caseworker', OFFICE))
  await expect(page).toHaveURL(/\/en\/cases$/)
})

test('a case of another office is not there, and an administrator has no cases @no-js', async ({ page }) => {
  const number = await reportFrom(page, STORY)
  await signIn(page, account('caseworker', 'sakura_union'))
  for (const act of ['', '/take', '/severity', '/state/triage'])
    expect((await page.goto(`/en/cases/${number}${act}`))?.status()).toBe(404)
  await page.context().clearCookies()
  await signIn(page, DEMO_ACCOUNTS.find(({ role }) => role === 'administrator') ?? account('administrator', OFFICE))
  await expect(page).toHaveURL(/\/statistics/)
  for (const address of ['/en/cases', `/en/cases/${number}`]) expect((await page.goto(address))?.status()).toBe(404)
})

test('the queue can be worked by keyboard @desktop', async ({ page }) => {
  await signIn(page, account('caseworker', OFFICE))
  await expect(page.getByRole('group', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(page.locator('tr.cursor')).toHaveCount(1)
  const number = (await page.locator('tr.cursor a.code').innerText()).trim()
  await page.keyboard.press('/')
  await expect(page.locator('#q')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.locator('tr.cursor a.code').focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await checkAccessibility(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('o')
  await expect(page).toHaveURL(new RegExp(`/en/cases/${number}$`))
  await checkAccessibility(page)
  await screenshot(page, 'case-desktop')
})
