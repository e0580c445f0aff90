import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { answer, choose } from '../support/report-steps'
import { account, signIn } from '../support/staff-steps'

test('life in danger stands first, then places to search by language, place and problem', async ({ page }) => {
  await page.goto('/vi/help')
  const tel = (number: string) => page.locator(`a[href="tel:${number}"]`)
  await expect(tel('110')).toBeVisible()
  await expect(tel('119')).toBeVisible()
  await expect(tel('0120250168')).toBeVisible()
  await expect(page.getByText('外国人技能実習機構 母国語相談')).toBeVisible()
  await checkAccessibility(page)
  await screenshot(page, `help-${test.info().project.name}`)
  await test.step('a search is the address, and says when there is nothing', async () => {
    await page.goto('/en/help')
    await page.locator('details.more summary').click()
    await page.getByLabel('Language').selectOption('id')
    await page.getByLabel('Where').selectOption('origin')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL(/\/en\/help\?lang=id&place=origin&problem=/)
    await expect(page.getByRole('heading', { name: '1 place' })).toBeVisible()
    await expect(tel('+622129244800')).toBeVisible()
    await expect(tel('110')).toBeVisible()
    await checkAccessibility(page)
    await page.getByLabel('Where').selectOption('embassy')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByRole('heading', { name: 'No place' })).toBeVisible()
    await page.getByRole('link', { name: 'Show all' }).click()
    await expect(page.getByRole('heading', { name: '15 places' })).toBeVisible()
    await expect(page.getByText('We have found no number').first()).toBeVisible()
    await checkAccessibility(page)
  })
  await test.step('on paper there are the numbers and no form', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByLabel('Where')).toBeHidden()
    await expect(tel('110')).toBeVisible()
    await page.emulateMedia({ media: null })
  })
  await page.goto('/en/help?lang=%00&place=moon&problem=staff')
  await expect(page.getByRole('heading', { name: '15 places' })).toBeVisible()
})

test('a page for a country and a programme: law, standard, what an employer must not do, who helps @no-js', async ({
  page,
}) => {
  await page.goto('/en')
  await page.getByRole('link', { name: /What are my rights/ }).click()
  await checkAccessibility(page)
  await page.getByLabel('Which country are you from?').selectOption('VN')
  await page.getByLabel('Which programme?').selectOption('titp')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/\/en\/rights\/VN\/titp$/)
  await expect(page).toHaveTitle(/^Good to know/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Viet Nam: Technical intern training')
  await expect(page.getByText('This is information, not a decision.')).toBeVisible()
  const broker = page.locator('.verdict', { hasText: 'Money for the go-between' }).first()
  await expect(broker).toContainText('Not allowed')
  await expect(broker).toContainText('Law No. 69/2020/QH14')
  await expect(broker).toContainText('looked up on 20 November 2026')
  await expect(page.getByText('A standard, not a law.')).toBeVisible()
  await expect(page.locator('.note', { hasText: 'Keep your passport' })).toContainText('Art. 48')
  await expect(page.locator('a[href="tel:110"]')).toBeVisible()
  await checkAccessibility(page)
  await screenshot(page, `rights-${test.info().project.name}`)
  await test.step('another language keeps the page; a programme to come is told by its first month', async () => {
    await page.goto('/vi/rights/VN/titp')
    await checkAccessibility(page)
    await page.goto('/en/rights/VN/esd')
    await expect(page.getByText('The rules of April 2027.')).toBeVisible()
    await page.goto('/en/rights/MM/titp')
    await expect(page.getByText('Calling one can be dangerous.')).toBeVisible()
    await page.goto('/en/rights/XX/titp')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here')
  })
})

test('the first view of a rights page and of the directory fits in 14 kB @no-js', async ({ request, baseURL }) => {
  const { gzipSync } = await import('node:zlib')
  for (const path of ['/vi/rights/VN/titp', '/vi/help', '/km/rights', '/my/comment']) {
    const html = await (await request.get(path)).text()
    const sheets = [...html.matchAll(/href="([^"]+\.css[^"]*)"/gu)].map(([, href]) => href ?? '')
    const css = await Promise.all(sheets.map(async (href) => (await request.get(new URL(href, baseURL).href)).text()))
    const bytes = [html, ...css].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
    test.info().annotations.push({ type: 'bytes', description: `${path} ${bytes}` })
    expect(bytes, path).toBeLessThanOrEqual(14 * 1024)
  }
})

test('an answer of danger brings numbers to call at once, with the day they were looked up @no-js', async ({
  page,
}) => {
  await page.goto('/vi/report/grievances')
  await answer(page, 'danger', () => choose(page, 'fees_debt', 'threats'))
  await answer(page, 'corridor', () => choose(page, 'sent_home_within_7_days'))
  for (const number of ['110', '119', '0120250168']) await expect(page.locator(`a[href="tel:${number}"]`)).toBeVisible()
  await expect(page.getByText('20 tháng 11').first()).toBeVisible()
  await checkAccessibility(page)
})

test('a reader says which words are wrong, and staff read it @no-js', async ({ page }) => {
  const words = `từ này sai ${Date.now()}`
  await page.goto('/vi/rights/VN/ssw?secret=1')
  await page.getByRole('link', { name: 'Góp ý từ đúng hơn' }).click()
  await expect(page).toHaveURL(/\/vi\/comment\?page=%2Frights%2FVN%2Fssw$/)
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Gửi' }).click()
  await expect(page.locator('.sum')).toBeVisible()
  await checkAccessibility(page)
  await page.locator('#wrong').fill(words)
  await page.getByRole('button', { name: 'Gửi' }).click()
  await expect(page.getByText('Sẽ có người đọc')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Về lại trang' })).toHaveAttribute('href', '/vi/rights/VN/ssw')
  await test.step('a supervisor marks it as done', async () => {
    await signIn(page, account('supervisor', 'minato_helpdesk'))
    await page.goto('/en/settings')
    await page.getByRole('link', { name: /Comments on translations/ }).click()
    const row = page.getByRole('row', { name: new RegExp(words) })
    await expect(row).toContainText('/rights/VN/ssw')
    await checkAccessibility(page)
    await row.getByRole('button', { name: /Mark as done/ }).click()
    await expect(row.getByRole('button', { name: /Open again/ })).toBeVisible()
  })
  await test.step('and sees every source, the oldest first', async () => {
    await page.goto('/en/settings/sources')
    await expect(page.getByText('Nothing is older than 6 months.')).toBeVisible()
    await expect(page.getByRole('row', { name: /Technical intern trainees/ })).toContainText('20 November 2026')
    await checkAccessibility(page)
  })
})
