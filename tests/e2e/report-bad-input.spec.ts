import { checkAccessibility, expect, test } from '../support/browser'
import { answer, choose, press } from '../support/report-steps'

/** A draft that is past its first question. */
async function begin(page: Parameters<typeof answer>[0]): Promise<void> {
  await page.goto('/en/report/grievances')
  await answer(page, 'corridor')
}

/** The amount screen of the first payment. */
async function toAmount(page: Parameters<typeof answer>[0]): Promise<void> {
  await begin(page)
  await answer(page, 'scheme', () => choose(page, 'VN'))
  await page.goto('/en/report/paid')
  await answer(page, 'payee', () => choose(page, 'yes'))
  await answer(page, 'category')
  await answer(page, 'amount')
}

const AMOUNTS = [
  { typed: '1.000.000', said: '1,000,000' },
  { typed: '1,5 triệu', said: '1,500,000' },
  { typed: '１２０００００', said: '1,200,000' },
] as const

for (const { typed, said } of AMOUNTS) {
  test(`an amount written as ${typed} is understood and said back`, async ({ page }) => {
    await toAmount(page)
    await page.locator('#amount').fill(typed)
    await answer(page, 'how')
    await expect(page.getByText(said).first()).toBeVisible()
  })
}

test('a year to come and a year before 1990 are asked back, and what was typed stays @no-js', async ({ page }) => {
  await toAmount(page)
  await page.locator('#amount').fill('not money')
  await page.locator('#year').fill('2099')
  await page.getByRole('button', { name: /^Continue/ }).click()
  await expect(page.locator('#amount-error')).toContainText('cannot read')
  await expect(page.locator('#year-error')).toContainText('still to come')
  await expect(page.locator('#amount')).toHaveValue('not money')
  await page.locator('#year').fill('1989')
  await page.getByRole('button', { name: /^Continue/ }).click()
  await expect(page.locator('#year-error')).toContainText('before 1990')
  await expect(page.locator('#year')).toHaveValue('1989')
  await checkAccessibility(page)
})

test('a story of 50,000 letters is kept, a longer one is asked back with every letter @no-js', async ({ page }) => {
  await begin(page)
  await page.goto('/en/report/story')
  await page.locator('#story').fill('a'.repeat(50_001))
  await page.getByRole('button', { name: /^Continue/ }).click()
  await expect(page.locator('#story-error')).toContainText('50,000')
  expect(await page.locator('#story').inputValue()).toHaveLength(50_001)
  await page.locator('#story').fill('ă'.repeat(49_990) + '😀\u202e\u0007')
  await answer(page, 'contact')
  await page.goto('/en/report/story')
  const kept = await page.locator('#story').inputValue()
  expect(kept.endsWith('ă😀')).toBe(true)
  expect(kept).toHaveLength(49_992)
})

test('a code that is not in the list is refused at its question, and the rest stays @no-js', async ({ page }) => {
  await page.goto('/en/report/grievances')
  await choose(page, 'wages_unpaid')
  await page.locator('input[value="fees_debt"]').evaluate((box: HTMLInputElement) => {
    box.value = 'no_such_code'
    box.checked = true
  })
  await page.getByRole('button', { name: /^Continue/ }).click()
  await expect(page.locator('.sum')).toContainText('not in the list')
  await expect(page.locator('input[value="wages_unpaid"]')).toBeChecked()
})

test('a draft cookie that is not ours starts a new draft with what was just typed @no-js', async ({
  page,
  baseURL,
}) => {
  await begin(page)
  await page.goto('/en/report/story')
  await page.context().addCookies([{ name: 'draft', value: 'x'.repeat(43), url: baseURL ?? '' }])
  await page.locator('#story').fill('Still here.')
  await press(page, /^Continue/, /\/contact\?fresh=1$/)
  await expect(page.getByRole('status').filter({ hasText: 'wrote just now is kept' })).toBeVisible()
  await page.goto('/en/report/story')
  await expect(page.locator('#story')).toHaveValue('Still here.')
  await page.context().addCookies([{ name: 'draft', value: 'tampered', url: baseURL ?? '' }])
  await page.goto('/en/report/story')
  await expect(page).toHaveURL(/\/report\?gone=1$/)
  await checkAccessibility(page)
})

test('a page out of order leads to the question that decides it, and an unknown one is not found @no-js', async ({
  page,
}) => {
  await begin(page)
  for (const [asked, given] of [
    ['danger', 'grievances'],
    ['party_names', 'parties'],
    ['contact_details', 'contact'],
    ['fees/7/how', 'paid'],
  ] as const) {
    await page.goto(`/en/report/${asked}`)
    await expect(page).toHaveURL(new RegExp(`/report/${given}$`))
  }
  expect((await page.goto('/en/report/nothing'))?.status()).toBe(404)
})
