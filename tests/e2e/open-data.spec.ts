import { readFile } from 'node:fs/promises'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'

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
    expect(text).toMatch(/^measure,unit,row_dimension,row,/)
    expect(text).toMatch(/\r\n# end, \d+ rows, sha256 [0-9a-f]{64}\r\n$/)
  })

  await test.step('an organisation by its name, in another language too', async () => {
    await page.getByRole('link', { name: 'All tables' }).click()
    await page.getByRole('link', { name: /Look up an organisation/ }).click()
    await page.getByLabel('Name, or number of the licence').fill('contoh bahari')
    await page.getByRole('button', { name: 'Search' }).click()
    await checkAccessibility(page)
    await page.goto(page.url().replace('/en/', '/id/'))
    await page
      .getByRole('link', { name: /Contoh Bahari/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 2, name: 'Izin' })).toBeVisible()
    await expect(page.getByText(/DEMO-\d+/)).toBeVisible()
    await checkAccessibility(page)
    await screenshot(page, `open-data-organisation-${test.info().project.name}`)
  })

  await test.step('how it is counted', async () => {
    await page.goto('/en/data/methods')
    await expect(page.getByRole('heading', { name: 'How people are protected' })).toBeVisible()
    await expect(page.getByText('SDG 10.7.1').first()).toBeVisible()
    await checkAccessibility(page)
  })
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
