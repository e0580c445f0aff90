import { randomInt } from 'node:crypto'
import type { Page } from 'playwright/test'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { account, signIn } from '../support/staff-steps'

const HEAD = 'currency,period,units_per_usd,source'

/** The journeys run side by side on one database: each takes a month and a rule of its own. */
const isScripted = () => test.info().project.use.javaScriptEnabled !== false
const check = (page: Page) => page.getByRole('button', { name: 'See what would change' }).click()

test('an administrator brings in exchange rates: what is wrong is said by line, then what would change, then it is done @js', async ({
  page,
}) => {
  const period = isScripted() ? '2011-05' : '2011-06'
  const rate = `30.${randomInt(1_000, 9_999)}7`
  await signIn(page, account('administrator', 'minato_helpdesk'))
  await page.goto('/en/settings')
  await page.getByRole('link', { name: /^Exchange rates/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('25 currencies')
  await expect(page.locator('main')).toContainText('International Monetary Fund')
  await checkAccessibility(page)
  await screenshot(page, `rates-${test.info().project.name}`)
  await page.getByRole('link', { name: 'Bring in a file' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which rates do you have?')
  await checkAccessibility(page)

  await test.step('nothing given is asked for', async () => {
    await check(page)
    await expect(page.locator('#text-error')).toContainText('choose a file or paste')
  })

  await test.step('every wrong line is named, and what was in the file can be put right in place', async () => {
    const wrong = [HEAD, `THB,${period},x,IMF`, 'QQQ,2011-05,30,IMF', 'THB,2099-01,30,IMF'].join('\n')
    await page.locator('#file').setInputFiles({ name: 'r.csv', mimeType: 'text/csv', buffer: Buffer.from(wrong) })
    await check(page)
    const alert = page.getByRole('alert').filter({ hasText: 'lines' })
    await expect(alert).toContainText('Line 2: “x” is not a number')
    await expect(alert).toContainText('Line 3: “QQQ” is not a currency we know')
    await expect(alert).toContainText('Line 4: 2099-01 is in the future')
    await expect(page.locator('#text')).toHaveValue(wrong)
    await checkAccessibility(page)
  })

  await test.step('a rate far away needs a tick', async () => {
    await page.locator('#text').fill(`${HEAD}\nTHB,${period},3000,"IMF, by hand"`)
    await check(page)
    await expect(page.getByRole('heading', { name: 'This would change' })).toBeVisible()
    await expect(page.locator('main')).toContainText('five times or more away')
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Take these rates over' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'tick the box' })).toBeVisible()
    await page.getByRole('button', { name: 'Change it' }).click()
    await expect(page.locator('#text')).toHaveValue(`${HEAD}\nTHB,${period},3000,"IMF, by hand"`)
  })

  await test.step('old and new stand beside each other, and only then it is taken over', async () => {
    await page.locator('#text').fill(`${HEAD}\nTHB,${period},${rate},"IMF, by hand"`)
    await check(page)
    await expect(page.locator('table').filter({ hasText: rate })).toContainText('THB')
    await expect(page.locator('main')).toContainText('Fingerprint of the file (SHA-256)')
    await checkAccessibility(page)
    await screenshot(page, `rates-preview-${test.info().project.name}`)
    await page.getByRole('button', { name: 'Take these rates over' }).click()
    await expect(page).toHaveURL(/\/en\/settings\/exchange-rates\?/)
    await expect(page.getByRole('status')).toContainText('1 changed')
  })

  await test.step('the same file again changes nothing', async () => {
    await page.goto('/en/settings/exchange-rates/import')
    await page.locator('#text').fill(`${HEAD}\nTHB,${period},${rate},"IMF, by hand"`)
    await check(page)
    await expect(page.getByRole('heading', { name: 'Nothing would change' })).toBeVisible()
    await page.goto('/vi/settings/exchange-rates/import')
    await checkAccessibility(page)
  })
})

test('an administrator corrects a rule: errors at the fields, before and after, and every version stays @js', async ({
  page,
}) => {
  // A dozen pages with long forms, each looked through for accessibility: a busy machine needs longer than for the others.
  test.slow()
  const [id, jurisdiction] = isScripted() ? ['lk-jp-titp-slbfe-joborder', 'LK'] : ['np-jp-legacy-jitco-npr50000', 'NP']
  const who = account('administrator', 'minato_helpdesk')
  const show = page.getByRole('button', { name: 'See before and after' })
  await signIn(page, who)
  await page.goto('/en/settings')
  await page.getByRole('link', { name: /^Fee rules/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/3\d fee rules/)
  await checkAccessibility(page)
  await screenshot(page, `rules-${test.info().project.name}`)
  await page.getByLabel('Law of').selectOption(jurisdiction)
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(new RegExp(`jurisdiction=${jurisdiction}`))
  await page.locator(`a[href$="${id}"]`).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('At most')
  await expect(page.locator('main')).toContainText('Came with the product')
  await checkAccessibility(page)
  await page.getByRole('link', { name: 'Change version 1' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change version 1')
  await checkAccessibility(page)
  await screenshot(page, `rule-form-${test.info().project.name}`)

  await test.step('what is missing or cannot be read is said at its field', async () => {
    await page.getByRole('radio', { name: /^It was written down wrongly/ }).check()
    await page.locator('#amount').fill('a lot')
    await page.locator('#effectiveFrom').fill('2023-02-31')
    await show.click()
    await expect(page.locator('#amount-error')).toContainText('whole units')
    await expect(page.locator('#effectiveFrom-error')).toContainText('Please write a day')
    await expect(page.locator('#reason-error')).toContainText('why this version is made')
    await expect(page.locator('#amount')).toHaveValue('a lot')
    await checkAccessibility(page)
  })

  await test.step('a rule that contradicts itself is refused at the field', async () => {
    await page.locator('#amount').fill('360,000')
    await page.locator('#effectiveFrom').fill('2009-01-01')
    await page.locator('#effectiveTo').fill('2008-01-01')
    await page.locator('#reason').fill('The circular says 360,000.')
    await show.click()
    await expect(page.locator('#effectiveTo-error')).toBeVisible()
    await page.locator('#effectiveTo').fill('')
  })

  await test.step('before and after beside each other; back to the form nothing is lost', async () => {
    await show.click()
    await expect(page.getByRole('heading', { name: 'This version would be added' })).toBeVisible()
    await expect(page.locator('table').filter({ hasText: '360,000' })).toContainText('At most')
    await expect(page.locator('main')).toContainText('The circular says 360,000.')
    await checkAccessibility(page)
    await screenshot(page, `rule-preview-${test.info().project.name}`)
    await page.getByRole('button', { name: 'Change it' }).click()
    await expect(page.locator('#amount')).toHaveValue('360,000')
    await expect(page.getByRole('radio', { name: /^It was written down wrongly/ })).toBeChecked()
    await show.click()
    await page.getByRole('button', { name: 'Save as a new version' }).click()
  })

  await test.step('the new version judges, the old one stays, and open cases are judged again', async () => {
    await expect(page.getByRole('status')).toContainText('Saved as a new version')
    await expect(page.getByRole('heading', { name: 'Open cases judged again' })).toBeVisible()
    await expect(async () => {
      await page.goto('/en/settings/fee-rules')
      await expect(page.locator('li').filter({ hasText: `${id}@2` })).toContainText(/done: .* cases looked at/)
    }).toPass()
    await checkAccessibility(page)
    await page.goto(`/en/settings/fee-rules/${id}`)
    await expect(page.getByRole('heading', { name: 'Version 2, which judges today' })).toBeVisible()
    await expect(page.locator('main')).toContainText('From version 1 to version 2')
    await expect(page.locator('main')).toContainText('The circular says 360,000.')
    await checkAccessibility(page)
    await page.goto(`/vi/settings/fee-rules/${id}`)
    await checkAccessibility(page)
  })
})

test('a new rule begins empty; caseworkers and supervisors find neither room @js', async ({ page, browser }) => {
  await signIn(page, account('administrator', 'minato_helpdesk'))
  await page.goto('/en/settings/fee-rules/new')
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'See before and after' }).click()
  await expect(page.locator('#id-error')).toBeVisible()
  await expect(page.locator('#payees-error')).toContainText('at least one')
  await checkAccessibility(page)
  expect((await page.goto('/en/settings/fee-rules/nobody-knows-this'))?.status()).toBe(404)

  const context = await browser.newContext({ javaScriptEnabled: isScripted() })
  const theirs = await context.newPage()
  await signIn(theirs, account('supervisor', 'minato_helpdesk'))
  for (const room of ['exchange-rates', 'exchange-rates/import', 'fee-rules', 'fee-rules/new']) {
    expect((await theirs.goto(`/en/settings/${room}`))?.status()).toBe(404)
  }
  await theirs.goto('/en/cases?view=fees')
  await expect(theirs.getByRole('navigation', { name: /views/i }).getByText('Fees judged anew')).toBeVisible()
  await checkAccessibility(theirs)
  await context.close()
})
