import { readFileSync } from 'node:fs'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { answer, choose, press } from '../support/report-steps'
import { account, signIn as signInAs } from '../support/staff-steps'
import type { Page } from 'playwright/test'

async function signIn(page: Page, next: string) {
  await signInAs(page, account('caseworker', 'minato_helpdesk'))
  await page.goto(next)
}

/** Rows of this run only: the reference names a report for ever. */
function aFile(run: string): Buffer {
  const rows = [
    `${run}-1,Viet Nam,Late pay,"Ba tháng, không lương",25 triệu,yes`,
    `${run}-2,VN,wages_unpaid,Hai,abc,`,
    `${run}-3,VN,wages_unpaid,Ba,,`,
  ]
  return Buffer.from(
    `Ref,origin,grievances,story,fee1_amount,consent_keep_complaint\r\n${rows.join('\r\n')}\r\n`,
    'utf8',
  )
}

test('a file of reports is read in, looked at, imported and taken back @desktop', async ({ page }) => {
  const run = `E2E-${Date.now()}`
  const file = { name: 'reports.csv', mimeType: 'text/csv', buffer: aFile(run) }
  await signIn(page, '/en/cases/import')
  await checkAccessibility(page)

  await test.step('the template lists every column', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText(/^Template/).click()])
    expect(readFileSync(await download.path(), 'utf8')).toContain('fee1_amount')
  })

  await test.step('columns are proposed by their headings', async () => {
    await page.locator('#file').setInputFiles(file)
    await press(page, 'Read the file', /\/cases\/import\/[0-9a-f-]{36}$/)
    await expect(page.locator('#column_3')).toHaveValue('story')
    await expect(page.locator('#column_0')).toHaveValue('')
    await page.locator('#column_0').selectOption('reference')
    await checkAccessibility(page)
    await screenshot(page, 'import-columns')
    await page.getByRole('button', { name: 'Look through the rows' }).click()
  })

  await test.step('what is wrong stands beside its cell; what a word means is said once', async () => {
    await expect(page.locator('#preview h2').first()).toHaveText('1 report can be imported')
    await expect(page.getByRole('row', { name: /3 fee1_amount abc/ })).toContainText('cannot read this amount')
    await page.locator('select[name^=word_]').first().selectOption('wages_unpaid')
    await page.getByRole('button', { name: 'Look through the rows again' }).click()
    await expect(page.locator('#preview h2').first()).toHaveText('2 reports can be imported')
    await checkAccessibility(page)
    await screenshot(page, 'import-preview')
  })

  await test.step('wrong rows stay out only if that is said', async () => {
    await page.getByRole('button', { name: 'Import 2 reports' }).click()
    await expect(page.locator('.sum')).toContainText('left out')
    await page.locator('#leaveOut').check()
    await page.getByRole('button', { name: 'Import 2 reports' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Done', { timeout: 30_000 })
    await expect(page.getByRole('table').getByRole('link')).toHaveCount(2)
    await screenshot(page, 'import-done')
  })

  await test.step('a case that came so is an ordinary one', async () => {
    const link = page.getByRole('table').getByRole('link').first()
    await page.goto((await link.getAttribute('href')) ?? '')
    await expect(page.locator('main')).toContainText('Ba tháng, không lương')
    await page.goBack()
  })

  await test.step('nobody has worked on them: they go', async () => {
    await page.locator('#sure').check()
    await page.getByRole('button', { name: 'Take back' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Taken back', { timeout: 30_000 })
    await expect(page.getByRole('table').getByRole('link')).toHaveCount(0)
  })
})

test('a worker answers on the officer’s device, which shows nothing else until the officer signs in again @desktop', async ({
  page,
}) => {
  await signIn(page, '/en/cases/new')
  await checkAccessibility(page)
  await screenshot(page, 'kiosk-start')
  await page.locator('#workerLanguage').selectOption('en')
  await press(page, 'Hand the device over', /\/en\/kiosk$/)

  await test.step('nothing of the staff is reachable', async () => {
    for (const address of ['/en/cases', '/en/cases/new', '/en/cases/import', '/en/settings']) {
      await page.goto(address)
      await expect(page, address).toHaveURL(/\/en\/sign-in/)
    }
    await page.goto('/en/kiosk')
    await expect(page.getByRole('link', { name: /cases/i })).toHaveCount(0)
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Show on the whole screen' }).click()
    await page.getByRole('button', { name: 'Leave the whole screen' }).click()
    await expect(page.getByRole('button', { name: 'Show on the whole screen' })).toBeVisible()
  })

  await test.step('the worker answers and gets the ticket', async () => {
    await page.getByRole('link', { name: 'Start' }).click()
    await answer(page, 'corridor', () => choose(page, 'wages_unpaid'))
    await page.goto('/en/kiosk/story')
    await answer(page, 'contact', () => page.locator('#story').fill('They keep my passport.'))
    await page.goto('/en/kiosk/check')
    await press(page, 'Send', /\/en\/kiosk\/receipt$/)
    await expect(page.locator('.ticket')).toBeVisible()
    await screenshot(page, 'kiosk-receipt')
    await press(page, /written|kept|noted/i, /\/en\/kiosk\/done$/)
    await checkAccessibility(page)
  })

  await test.step('going back shows no answer and no code', async () => {
    await page.goBack()
    await expect(page.locator('.ticket')).toHaveCount(0)
    await page.goto('/en/kiosk/story')
    await expect(page.locator('body')).not.toContainText('passport')
    await page.goto('/en/kiosk')
    await expect(page.getByRole('link', { name: 'Start' })).toBeVisible()
  })

  await test.step('the officer signs in again', async () => {
    await signIn(page, '/en/cases')
    await page.goto('/en/kiosk')
    await expect(page).toHaveURL(/\/en$/)
  })
})
