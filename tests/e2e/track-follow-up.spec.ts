import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import type { Page } from 'playwright/test'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { answer, choose, press, sendReport } from '../support/report-steps'
import { account, signIn } from '../support/staff-steps'
import { anOpenCase, openWith } from '../support/track-steps'

const OFFICE = 'minato_helpdesk'

/** Goes through the door of this name. */
async function through(page: Page, name: RegExp, address: RegExp): Promise<void> {
  await page.goto('/en/track/case')
  await page.getByRole('link', { name }).click()
  await expect(page).toHaveURL(address)
  await checkAccessibility(page)
}

/** Something is agreed, and the case has ended, as if an officer had done it. */
async function agreeAndEnd(number: string): Promise<void> {
  const client = new Client({ connectionString: process.env['TEST_OWNER_URL'] })
  await client.connect()
  try {
    await client.query(
      `INSERT INTO remedy (id, case_id, type, claimed_at, agreed_at, worker_accepted_at) SELECT gen_random_uuid(), id, 'fee_repayment', now(), now(), now() FROM cases WHERE number = $1`,
      [number],
    )
    await client.query(
      `UPDATE cases SET state = 'closed', closing_code = 'remedied_full', closed_at = now(), version = version + 1 WHERE number = $1`,
      [number],
    )
    await client.query(
      `UPDATE deadline SET cancelled_at = now() WHERE met_at IS NULL AND cancelled_at IS NULL AND case_id = (SELECT id FROM cases WHERE number = $1)`,
      [number],
    )
  } finally {
    await client.end()
  }
}

test('questions of the office are answered one by one, and both sides see what was read', async ({ page }) => {
  const { number, code } = await anOpenCase(page)
  await signIn(page, account('caseworker', OFFICE))
  for (const question of ['Who keeps your bank book?', 'Since when?']) {
    await page.goto(`/en/cases/${number}`)
    await page.locator('#message').fill(question)
    await page.locator('#isQuestion').check()
    await press(page, 'Send to the worker', /done=message/)
  }
  await expect(page.locator('#messages')).toContainText('Question, not answered yet')
  await openWith(page, code)
  await expect(page.getByRole('heading', { name: /We have 2 questions for you/ })).toBeVisible()
  const question = page.locator('section[aria-labelledby=question]')
  await expect(question).toContainText('Who keeps your bank book?')
  await expect(question).not.toContainText('Since when?')
  await checkAccessibility(page)
  await screenshot(page, `track-question-${test.info().project.name}`)
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await expect(page.locator('#answer-error')).toContainText('Write some words first')
  await page.locator('#answer').fill('The manager.')
  await press(page, 'Send the answer', /answered=1/)
  await expect(question).toContainText('Since when?')
  await press(page, 'I do not want to say', /answered=1/)
  await expect(question).toHaveCount(0)
  await page.goto(`/en/cases/${number}`)
  await expect(page.locator('#messages')).toContainText('Question, answered')
  await expect(page.locator('#messages')).toContainText('does not want to say')
  await page.goto('/en/track/case')
  // Nobody holds the case: whoever of the office opens it has read for all.
  await expect(page.locator('.talk .me').first()).toContainText('read by our office on')
})

test('a wrong fact is corrected, how to be reached is changed, and the pay is told later @no-js', async ({ page }) => {
  const { number } = await anOpenCase(page)
  await through(page, /Look at what we wrote down/, /\/facts$/)
  await page.getByRole('link', { name: /This is wrong.*Country/ }).click()
  await expect(page.locator('main')).toContainText('Viet Nam')
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.locator('#after-error')).toContainText('Say what is right')
  await page.locator('#after').selectOption('KH')
  await press(page, 'Send', /facts\?sent=1/)
  await expect(page.getByRole('status')).toContainText('An officer looks at it')
  await expect(page.locator('.facts')).toContainText('You said: Cambodia')

  await through(page, /Change how we reach you/, /\/contact$/)
  await choose(page, 'phone')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('#detail-error')).toContainText('Write the number')
  await page.locator('#detail').fill('090 1234 5678')
  await page.locator('#safeTimes').fill('after 21:00')
  await press(page, 'Save', /told=contact/)
  await expect(page.getByRole('status')).toContainText('the new way')

  await through(page, /Tell your contract and pay/, /\/pay$/)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('#contractWage-error')).toContainText('Write one of the answers')
  await page.locator('#contractWage').fill('170000')
  await press(page, 'Save', /told=pay/)

  await through(page, /Say something about you/, /\/about$/)
  await choose(page, 'female', '25_34')
  await page.locator('#sector').selectOption('agriculture')
  await press(page, 'Save', /told=about$/)
  await page.goto('/en/track/case/facts')
  await expect(page.locator('.facts')).toContainText('Farming')
  await expect(page.locator('.facts')).toContainText('¥170,000')
  await expect(page.locator('.facts')).toContainText('090 1234 5678, after 21:00')

  await signIn(page, account('caseworker', OFFICE))
  await page.goto(`/en/cases/${number}`)
  await expect(page.locator('#corrections')).toContainText('Cambodia')
  await page.locator('#corrections').getByRole('link').click()
  await expect(page).toHaveURL(/\/corrections\//)
  await checkAccessibility(page)
  await choose(page, 'declined')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('#reason-error')).toContainText('Tell the worker why')
  await choose(page, 'accepted')
  await press(page, 'Save', /done=correction_accepted/)
  await expect(page.locator('#facts')).toContainText('Cambodia')
  await page.goto('/en/track/case/facts')
  await expect(page.locator('.facts')).toContainText('We corrected it on')
  await page.goto('/en/track/case')
  await expect(page.locator('.route')).toContainText('We corrected it')
})

test('another officer is asked for; the reason is read by a supervisor only @no-js', async ({ page }) => {
  const { number } = await anOpenCase(page)
  await through(page, /Ask for another officer/, /\/officer$/)
  await choose(page, 'woman')
  await page.locator('#reason').fill('He knows my boss.')
  await press(page, 'Ask for another officer', /told=officer/)
  await expect(page.getByRole('status')).toContainText('A supervisor answers soon')
  await expect(page.locator('aside')).toContainText('Answer about another officer')
  await signIn(page, account('caseworker', OFFICE))
  await page.goto(`/en/cases/${number}`)
  await expect(page.locator('#officer')).toContainText('A supervisor who does not hold the case')
  await expect(page.locator('body')).not.toContainText('He knows my boss.')
  await page.goto(`/en/cases/${number}/officer`)
  await expect(page).toHaveURL(/not-here/)
  // Whoever signed in goes on working.
  await expect(page.locator('main').getByRole('link')).toHaveAttribute('href', '/en/cases')
  await page.goto('/en/sign-out')
  await page.locator('main').getByRole('button', { name: 'Sign out' }).first().click()
  await signIn(page, account('supervisor', OFFICE))
  await page.goto(`/en/cases/${number}`)
  await page.locator('#officer').getByRole('link').click()
  await expect(page.locator('main')).toContainText('He knows my boss.')
  await expect(page.locator('main')).toContainText('A woman')
  await checkAccessibility(page)
  await page.locator('#reason').fill('Nobody else is here this month.')
  await press(page, 'Send to the worker', /done=officer/)
  await page.goto('/en/track/case')
  await expect(page.locator('.talk')).toContainText('Nobody else is here this month.')
  await expect(page.locator('.route')).toContainText('No other officer can take it')
})

test('after the end: what arrived, how it was, one file with everything, and deleting @no-js', async ({ page }) => {
  const { number, code } = await anOpenCase(page)
  await agreeAndEnd(number)
  await through(page, /Tell us how it was/, /\/rate$/)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.locator('#score-error')).toContainText('Answer one of the questions')
  await choose(page, '4')
  await page.locator('#paidToComplain').check()
  await press(page, 'Send', /told=rated/)
  await expect(page.getByRole('link', { name: /Tell us how it was/ })).toHaveCount(0)

  // A part is not all of it: the case is open again.
  await through(page, /Did it arrive/, /\/arrived$/)
  await page.getByRole('link', { name: /^Answer/ }).click()
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.locator('#arrived-error')).toContainText('Choose an answer')
  await choose(page, 'part')
  await page.locator('#amount').fill('50000')
  await press(page, 'Send', /told=arrived/)
  await expect(page.locator('.talk .me')).toContainText('Only a part arrived: ¥50,000')

  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: /Save everything as a file/ }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('passage.html')
  const html = await readFile(await download.path(), 'utf8')
  expect(html).toContain('The pay is &lt;b&gt;late&lt;/b&gt; &amp; short.')
  expect(html).toContain('Only a part arrived: ¥50,000')
  expect(html).toContain(number)
  expect(html).toContain('Photos, papers, voice')
  expect(html).not.toContain(code)
  expect(html).not.toMatch(/<script|src=|href=/)

  await through(page, /Delete everything/, /\/delete$/)
  await expect(page.locator('main')).toContainText('What stays')
  await press(page, 'Delete everything', /\/track\/case$/)
  await expect(page.locator('main')).toContainText('everything about it will be deleted')
})

test('without scripts the ticket is a picture from the server @no-js', async ({ page }) => {
  await page.goto('/en/report/grievances')
  await answer(page, 'corridor', () => choose(page, 'wages_unpaid'))
  await page.goto('/en/report/story')
  await answer(page, 'contact', () => page.locator('#story').fill('The pay is late.'))
  await page.goto('/en/report/consents')
  await answer(page, 'check', () => choose(page, 'keep_complaint'))
  await sendReport(page)
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save as a picture' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/^[a-z-]+\.png$/)
  expect((await readFile(await download.path())).subarray(1, 4).toString()).toBe('PNG')
})
