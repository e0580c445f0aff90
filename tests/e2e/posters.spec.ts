import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { answer, choose, sendReport } from '../support/report-steps'
import { account, signIn } from '../support/staff-steps'

test('an officer prints a poster, and a report that began with its code comes to that office @no-js', async ({
  page,
}) => {
  const officer = account('caseworker', 'sakura_union')
  await signIn(page, officer)
  await page.goto('/en/posters')
  await checkAccessibility(page)
  await page.getByRole('link', { name: 'Make a poster' }).click()
  await checkAccessibility(page)
  await test.step('a code is no name', async () => {
    await page.locator('#programme').fill('Nguyễn Văn Mẫu')
    await page.getByRole('button', { name: 'Make the poster' }).click()
    await expect(page.locator('.sum')).toContainText('letters, digits')
    await page.locator('#programme').fill('FERI')
    await page.locator('#jobOrder').fill('VN-2026-014')
    await choose(page, 'vi', 'my', 'en')
    await page.getByRole('button', { name: 'Make the poster' }).click()
    await expect(page).toHaveURL(/\/en\/posters\/[0-9a-f-]{36}$/)
  })
  const sheet = page.locator('.poster')
  await expect(sheet.getByRole('img')).toBeVisible()
  const address = (await sheet.locator('.address').innerText()).trim()
  expect(address).toMatch(/^localhost:\d+\/p\/[a-z2-9]{9}$/)
  await expect(sheet).not.toContainText('FERI')
  await expect(sheet).toContainText('110')
  await checkAccessibility(page)
  await screenshot(page, `poster-${test.info().project.name}`)
  await test.step('on paper there is the poster and nothing else', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(sheet).toBeVisible()
    await expect(page.getByRole('button', { name: 'Take it down' })).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
    await page.emulateMedia({ media: null })
  })
  const poster = page.url()

  await page.context().clearCookies()
  const number = await test.step('whoever scans it lands on the first page, and the report knows the way', async () => {
    await page.goto(`http://${address}`)
    const code = address.split('/').at(-1) ?? ''
    await expect(page).toHaveURL(new RegExp(`/en\\?via=${code}$`))
    expect(await page.context().cookies()).toEqual([])
    await page.getByRole('link', { name: /Tell what happened/ }).click()
    await page.getByRole('link', { name: /^Start/ }).click()
    await answer(page, 'corridor', () => choose(page, 'wages_unpaid'))
    await answer(page, 'scheme', () => choose(page, 'VN'))
    await page.goto('/en/report/story')
    await answer(page, 'contact', () => page.locator('#story').fill('Three months without pay.'))
    await page.goto('/en/report/consents')
    await answer(page, 'check', () => choose(page, 'keep_complaint'))
    return (await sendReport(page)).number
  })
  await page.context().clearCookies()

  await test.step('the office of the poster has it, with programme and job order', async () => {
    await signIn(page, officer)
    await page.goto(`/en/cases/${number}`)
    await expect(page.locator('#facts')).toContainText('VN-2026-014')
    await expect(page.locator('#facts')).toContainText('FERI')
  })
  await test.step('taken down, the code opens the first page all the same', async () => {
    await page.goto(poster)
    await page.getByRole('button', { name: 'Take it down' }).click()
    await expect(page).toHaveURL(/\/en\/posters$/)
    await expect(page.locator('tr', { hasText: address.split('/').at(-1) ?? '' })).toContainText('taken down')
    await page.goto(`http://${address}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Hello')
    await page.goto('/en/p/nothing')
    await expect(page).toHaveURL(/\/en$/)
  })
})
