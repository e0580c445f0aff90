import type { Browser, Page } from 'playwright/test'
import { checkAccessibility, expect, test } from '../support/browser'
import { press } from '../support/report-steps'
import { account, signIn } from '../support/staff-steps'
import { anOpenCase, openWith } from '../support/track-steps'

const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1280, height: 900 }

/** A browser of somebody else. A worker's runs no scripts. */
async function another(browser: Browser, who: 'worker' | 'staff'): Promise<Page> {
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

test('the worker allows a part, the officer sends it, the other office answers, and a yes taken back closes it @desktop', async ({
  browser,
}) => {
  const worker = await another(browser, 'worker')
  const officer = await another(browser, 'staff')
  const other = await another(browser, 'staff')
  const { number, code } = await anOpenCase(worker)

  await test.step('the officer takes the case and prepares a referral', async () => {
    await signIn(officer, account('caseworker', 'minato_helpdesk'))
    await officer.goto(`/en/cases/${number}/take`)
    await officer.getByLabel('No', { exact: true }).check()
    await press(officer, 'Take the case', /done=taken/)
    await officer.goto(`/en/cases/${number}/state/assigned`)
    await press(officer, 'Change to: Assigned', /done=state/)
    await officer.getByRole('link', { name: 'Pass on to a body or office' }).click()
    await expect(officer).toHaveURL(/\/referrals\/new$/)
    await checkAccessibility(officer)
    await officer.locator('[name=purpose][value=legal_help]').check()
    await officer.getByLabel(/Sakura Workers/).check()
    await officer.locator('[name=dataItems][value=facts]').check()
    await officer.locator('[name=dataItems][value=story]').check()
    await press(officer, 'Prepare, send nothing', /done=prepared/)
    await checkAccessibility(officer)
    await press(officer, 'Put the question', /done=asked/)
  })

  await test.step('the worker allows one thing and not the other, on a phone without scripts', async () => {
    await openWith(worker, code)
    await worker.getByRole('link', { name: 'Read and answer' }).click()
    await expect(worker.getByRole('heading', { level: 1 })).toContainText('Sakura Workers')
    await worker.locator('[name=items][value=story]').uncheck()
    await press(worker, 'Yes, send what is ticked', /told=passed_on/)
  })

  await test.step('the officer sends only that', async () => {
    await officer.reload()
    await expect(officer.locator('#ask')).toContainText('yes to a part')
    await press(officer, 'Share with this office', /done=sent/)
    await expect(officer.locator('#pack')).toContainText('PDF in Japanese')
  })

  await test.step('the other office sees the agreed part and nothing else, and answers', async () => {
    await signIn(other, account('caseworker', 'sakura_union'))
    await other.goto(`/en/cases/${number}`)
    await expect(other.getByText(number)).toHaveCount(0)
    await other.goto('/en/referrals')
    await other.locator('.todo a').first().click()
    await expect(other.getByRole('heading', { name: 'The matter, without the name' })).toBeVisible()
    await expect(other.getByText('The pay is')).toHaveCount(0)
    await checkAccessibility(other)
    await press(other, 'We take it on', /done=accepted/)
  })

  await test.step('the worker takes the yes back: the other office opens it no more', async () => {
    const share = other.url()
    await worker.goto('/en/track/case/consents')
    await worker.getByRole('link', { name: /Sakura Workers/ }).click()
    await expect(worker.getByText('they cannot open it any more')).toBeVisible()
    await worker.locator('main form button[type=submit]').first().click()
    await expect(worker).toHaveURL(/done=1/)
    await other.goto(share)
    await expect(other.getByRole('heading', { name: 'The matter, without the name' })).toHaveCount(0)
    await officer.reload()
    await expect(officer.locator('main')).toContainText('taken back on')
  })
})
