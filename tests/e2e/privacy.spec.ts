import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { account, signIn } from '../support/staff-steps'

const ROOMS = ['retention', 'incidents', 'incidents/new', 'processing', 'floods', 'system', 'second-factors'] as const

test('an administrator sees what is kept how long, keeps the register of incidents, and prints what is done with data', async ({
  page,
}) => {
  await signIn(page, account('administrator', 'minato_helpdesk'))

  await test.step('each room of data protection can be read by everybody, in every width', async () => {
    for (const room of ROOMS) {
      await page.goto(`/en/settings/${room}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await checkAccessibility(page)
      await screenshot(page, `privacy-${room.replace('/', '-')}-${test.info().project.name}`)
    }
  })

  await test.step('nothing goes without a look at the list', async () => {
    await page.goto('/en/settings/retention')
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(page.locator('main')).toContainText('Please look at the list, then tick this.')
  })

  await test.step('an incident is reported, judged, and its clocks run', async () => {
    await page.goto('/en/settings/incidents/new')
    await page.locator('#knownOn').fill('2026-11-01')
    await page.locator('#knownTime').fill('09:30')
    await page.locator('#what').fill('A list was sent to the wrong address.')
    await page.locator('input[name=data][value=contact]').check()
    await page.locator('input[name=origins][value=VN]').check()
    await page.getByRole('button', { name: 'Put it into the register' }).click()
    await expect(page.getByRole('status')).toContainText('It is in the register')
    if (test.info().project.use.javaScriptEnabled !== false) await expect(page.getByRole('status')).toBeFocused()
    await expect(page.locator('main')).toContainText('Judge it')
    await page.locator('input[name=decision][value=notifiable]').check()
    await page.locator('#why').fill('The number of people is not known.')
    await page.getByRole('button', { name: 'Save the judgement' }).click()
    await expect(page.locator('main')).toContainText('Ministry of Public Security')
    await expect(page.locator('main')).toContainText('Personal Information Protection Commission')
    await checkAccessibility(page)
    await screenshot(page, `privacy-incident-${test.info().project.name}`)
  })
})

test('a supervisor sees which wordings were agreed to, and a caseworker none of it', async ({ page }) => {
  await signIn(page, account('supervisor', 'minato_helpdesk'))
  await page.goto('/en/settings/consents')
  await expect(page.getByRole('table')).toContainText('2026-11-21')
  await checkAccessibility(page)
  await screenshot(page, `privacy-consents-${test.info().project.name}`)
})
