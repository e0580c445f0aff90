import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { account, signIn } from '../support/staff-steps'

test('anybody finds a table, takes its file, looks up an organisation and reads how it is counted @no-js', async ({
  page,
}) => {
  await page.goto('/en')
  await page.getByRole('link', { name: 'Numbers for everyone' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What workers paid to work in Japan')
  await expect(page.getByText('this is not a sample')).toBeVisible()
  expect(await page.locator('script').count()).toBe(0)
  await checkAccessibility(page)

  await test.step('a table with the survey beside it', async () => {
    await page.getByRole('link', { name: /beside the survey/ }).click()
    await expect(page).toHaveURL(/\/en\/data\/fees-by-country$/)
    const paid = page.getByRole('region', { name: 'Paid to sending organisations' })
    await expect(paid.getByRole('columnheader', { name: 'Published by others' })).toBeVisible()
    const vietnam = paid.getByRole('row', { name: /^Viet Nam/ })
    await expect(vietnam).toContainText('¥656,014')
    await expect(page.getByText('A number is shown only when 5 people or more stand behind it.')).toBeVisible()
    await checkAccessibility(page)
    await screenshot(page, `open-data-table-${test.info().project.name}`)
  })

  await test.step('its file says the same, and that it is whole', async () => {
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'CSV', exact: true }).click()
    const file = await coming
    expect(file.suggestedFilename()).toMatch(/^fees-by-country-\d{4}-\d\d-\d\d\.csv$/)
    const text = await readFile(await file.path(), 'utf8')
    expect(text).toMatch(/^measure,measure_name,unit,row_dimension,row,row_name,/)
    expect(text).toMatch(/\r\n# end, \d+ rows, sha256 [0-9a-f]{64}\r\n$/)
  })

  await test.step('what is looked for stays in another language', async () => {
    await page.getByRole('link', { name: 'All tables' }).click()
    await page.getByRole('link', { name: /Look up an organisation/ }).click()
    await page.getByLabel('Name, or number of the licence').fill('zzqxw')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.getByText('Nothing found.')).toBeVisible()
    await checkAccessibility(page)
    await page.locator('details.lang summary').click()
    await page.getByRole('link', { name: 'Bahasa Indonesia' }).click()
    await expect(page.getByLabel('Nama, atau nomor izin')).toHaveValue('zzqxw')
  })

  await test.step('how it is counted', async () => {
    await page.goto('/en/data/methods')
    await expect(page.getByRole('heading', { name: 'How people are protected' })).toBeVisible()
    await expect(page.getByText('SDG 10.7.1').first()).toBeVisible()
    await checkAccessibility(page)
  })
})

test('an organisation of the register is found by anybody, with its licence and without numbers @desktop', async ({
  page,
}) => {
  const word = String.fromCodePoint(...Array.from({ length: 6 }, () => 97 + randomInt(26)))
  const name = `Công ty Cổ phần Đồi ${word}`
  await test.step('an officer writes it down', async () => {
    await signIn(page, account('caseworker', 'minato_helpdesk'))
    await page.goto('/en/parties/new')
    await page.locator('#name1').fill(name)
    await page.locator('#country').selectOption('VN')
    await page.getByRole('checkbox', { name: 'Sending organisation' }).check()
    await page.locator('#regime1').selectOption('vn_dolab')
    await page.locator('#number1').fill(`${word}-7/2024`)
    await page.locator('#source').fill('Invented list')
    await page.getByRole('button', { name: 'Look for similar ones and save' }).click()
    await expect(page.getByRole('status')).toContainText('Saved')
  })
  await page.goto('/en/data/organisations')
  for (const sought of [`doi ${word}`, `${word.toUpperCase()} 7/2024`]) {
    await page.getByLabel('Name, or number of the licence').fill(sought)
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
  }
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText(`${word}-7/2024`)).toBeVisible()
  await expect(page.getByText('That says nothing good or bad')).toBeVisible()
  await checkAccessibility(page)
  await screenshot(page, 'open-data-organisation')
})

test('programs read the same numbers, and ask only whether they changed @desktop', async ({ request }) => {
  const address = '/api/v1/public/publications/fees-by-country.json'
  const first = await request.get(address)
  expect(first.headers()).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=120',
  })
  expect(first.headers()['set-cookie']).toBeUndefined()
  const tag = first.headers()['etag'] ?? ''
  const again = await request.get(address, { headers: { 'If-None-Match': tag } })
  expect(again.status()).toBe(304)
  const description = (await (await request.get('/api/v1/public/openapi.json')).json()) as { openapi: string }
  expect(description.openapi).toBe('3.1.0')
})
