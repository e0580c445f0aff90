import type { Browser, Page } from 'playwright/test'
import { expect, test } from '../support/browser'
import { press } from '../support/report-steps'
import { account, signIn } from '../support/staff-steps'
import { anOpenCase, openWith } from '../support/track-steps'

// The whole life of a case by three people: a worker on a phone without scripts, a caseworker and a supervisor. A yes that is
// taken back before anything went, a repayment that comes in part, a case opened again, and an appeal decided by somebody else.

const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1280, height: 900 }

async function personAt(browser: Browser, who: 'worker' | 'staff'): Promise<Page> {
  const baseURL = test.info().project.use.baseURL
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: who === 'worker' ? PHONE : DESKTOP,
    javaScriptEnabled: who === 'staff',
    locale: 'en-GB',
    timezoneId: 'Asia/Tokyo',
  })
  return context.newPage()
}

/** Moves the case by its own page; `fill` answers what the move asks. */
async function move(
  officer: Page,
  number: string,
  to: string,
  fill: () => Promise<void> = async () => undefined,
): Promise<void> {
  await officer.goto(`/en/cases/${number}/state/${to}`)
  await fill()
  await press(officer, /^Change to/, /done=state/)
}

test('a case from the first minute to a remedy that arrived, opened again and appealed @desktop', async ({
  browser,
}) => {
  const worker = await personAt(browser, 'worker')
  const officer = await personAt(browser, 'staff')
  const supervisor = await personAt(browser, 'staff')
  const { number, code } = await anOpenCase(worker)
  await signIn(officer, account('caseworker', 'minato_helpdesk'))
  await signIn(supervisor, account('supervisor', 'minato_helpdesk'))

  await test.step('triage on one page, then the plan', async () => {
    await officer.goto(`/en/cases/${number}/triage`)
    await officer.locator('[name="conflict"][value="no"]').check()
    await press(officer, 'Finish triage', /done=triaged/)
    await move(officer, number, 'investigation', () =>
      officer.locator('#reason').fill('Ask the company for the pay slips.'),
    )
  })

  await test.step('the worker allows a referral and takes it back before anything is sent', async () => {
    await officer.goto(`/en/cases/${number}/referrals/new`)
    await officer.locator('[name=purpose][value=legal_help]').check()
    await officer.getByLabel(/Sakura Workers/).check()
    await officer.locator('[name=dataItems][value=facts]').check()
    await press(officer, 'Prepare, send nothing', /done=prepared/)
    const referral = officer.url()
    await press(officer, 'Put the question', /done=asked/)
    await openWith(worker, code)
    await worker.getByRole('link', { name: 'Read and answer' }).click()
    await press(worker, 'Yes, send what is ticked', /told=passed_on/)
    await worker.goto('/en/track/case/consents')
    await worker.getByRole('link', { name: /Sakura Workers/ }).click()
    await worker.locator('main form button[type=submit]').first().click()
    await expect(worker).toHaveURL(/done=1/)
    await officer.goto(referral)
    await expect(officer.getByRole('button', { name: 'Share with this office' })).toHaveCount(0)
    await officer.goto(`/en/cases/${number}`)
    await expect(officer.locator('.meta').first()).toContainText('Investigation')
  })

  await test.step('an offer the worker accepts in the app', async () => {
    await officer.goto(`/en/cases/${number}/remedies`)
    await officer.getByRole('link', { name: 'Ask for a remedy' }).click()
    await officer.locator('#amount').fill('120000')
    await officer.locator('#currency').selectOption('JPY')
    await press(officer, 'Write it down', /done=claimed/)
    await officer.getByRole('link', { name: 'Make an offer to the worker' }).click()
    await officer.locator('#terms').fill('The company pays you back 100,000 yen in two parts.')
    await officer.locator('#amount').fill('100000')
    await officer.locator('#parts').fill('2')
    await officer.locator('#firstDueOn').fill('2027-01-31')
    await press(officer, 'Send the offer', /done=offered/)
    await openWith(worker, code)
    await worker.getByRole('link', { name: 'Read the offer' }).click()
    await worker.locator('input[value="yes"]').check()
    await press(worker, 'Send my answer', /told=agreement/)
    await move(officer, number, 'remedy_agreed')
  })

  await test.step('half of it comes; the case cannot be called delivered, and ends as remedied in part', async () => {
    await officer.goto(`/en/cases/${number}/remedies`)
    await officer
      .getByRole('link', { name: /Write down a payment/ })
      .first()
      .click()
    await officer.locator('#amount').fill('50000')
    await officer.locator('#proofSeen').check()
    await press(officer, 'Write it down', /done=paid/)
    await worker.goto('/en/track/case/arrived')
    await worker.locator('.facts .go a').first().click()
    await worker.locator('input[value="yes"]').check()
    await press(worker, /^Send$/, /told=arrived/)
    await officer.goto(`/en/cases/${number}/remedies`)
    await expect(officer.locator('main')).toContainText('¥50,000')
    await officer.goto(`/en/cases/${number}/state/remedy_delivered`)
    const change = officer.getByRole('button', { name: /^Change to/ })
    if ((await change.count()) > 0) {
      await change.click()
      await expect(officer).not.toHaveURL(/done=state/)
    }
    await move(officer, number, 'investigation', () =>
      officer.locator('#reason').fill('The second part does not come.'),
    )
    await move(officer, number, 'closed', async () => {
      await officer.locator('#closingCode').selectOption('remedied_partial')
      await officer.locator('#reason').fill('Half of it came. The company has no more money.')
    })
  })

  await test.step('the worker opens it again, because the rest did not come', async () => {
    await openWith(worker, code)
    await worker.goto('/en/track/case/reopen')
    await worker.locator('input[value="remedy_not_delivered"]').check()
    await worker.locator('#text').fill('The second part never came.')
    await press(worker, 'Open it again', /track\/case\?/)
    await officer.goto(`/en/cases/${number}`)
    await expect(officer.locator('.meta').first()).toContainText('Reopened')
    await officer.goto(`/en/cases/${number}/state/assigned`)
    await officer.locator('#assigneeId').selectOption({ label: account('caseworker', 'minato_helpdesk').displayName })
    await press(officer, /^Change to/, /done=state/)
    await move(officer, number, 'investigation', () => officer.locator('#reason').fill('Ask for the rest.'))
    await move(officer, number, 'closed', async () => {
      await officer.locator('#closingCode').selectOption('remedy_refused_by_party')
      await officer.locator('#reason').fill('The company refuses the rest.')
    })
  })

  await test.step('an appeal is not decided by who closed it, but by the supervisor', async () => {
    await openWith(worker, code)
    await worker.goto('/en/track/case/appeal')
    await worker.locator('#text').fill('I do not agree. I have the bank book.')
    await worker.locator('main form button[type=submit]').first().click()
    await expect(worker).toHaveURL(/track\/case\?/)
    const decide = async (page: Page) => {
      await page.goto(`/en/cases/${number}/state/closed`)
      await page.locator('#closingCode').selectOption('remedied_partial')
      await page.locator('#reason').fill('We looked again: the half that came stays, the rest goes to court.')
      await page.locator('#signpost').selectOption('JP_HOUTERASU')
      await page.getByRole('button', { name: /^Change to/ }).click()
    }
    await officer.goto(`/en/cases/${number}/state/closed`)
    if ((await officer.locator('#closingCode').count()) > 0) {
      await decide(officer)
      await expect(officer).not.toHaveURL(/done=state/)
    }
    await decide(supervisor)
    await expect(supervisor).toHaveURL(/done=state/)
  })

  await test.step('everything stands on one timeline, and the worker reads how it ended', async () => {
    await officer.goto(`/en/cases/${number}/timeline`)
    for (const station of ['Triage', 'Investigation', 'Remedy agreed', 'Reopened', 'Appeal', 'Closed'])
      await expect(officer.locator('main')).toContainText(station)
    await openWith(worker, code)
    await expect(worker.locator('main')).toContainText('We looked again')
  })
})
