import { randomInt } from 'node:crypto'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { account, signIn } from '../support/staff-steps'

// Invented, and each run its own: the register is common to all journeys.
const own = () => String.fromCodePoint(...Array.from({ length: 6 }, () => 97 + randomInt(26)))

test('@desktop an officer finds a party by any spelling, writes one down, is offered the like of it, merges and takes it back', async ({
  page,
}) => {
  const word = own()
  const name = `Công ty Cổ phần Suối ${word}`
  await signIn(page, account('caseworker', 'minato_helpdesk'))
  await page.getByRole('link', { name: 'Parties', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Parties')
  await checkAccessibility(page)

  await test.step('what is missing is said at its field', async () => {
    await page.getByRole('link', { name: 'New party' }).click()
    await page.getByRole('button', { name: 'Look for similar ones and save' }).click()
    await expect(page.locator('#name1-error')).toBeVisible()
    await expect(page.locator('#country-error')).toBeVisible()
    await checkAccessibility(page)
  })

  await test.step('a new one is saved with its licence', async () => {
    await page.locator('#name1').fill(name)
    await page.locator('#country').selectOption('VN')
    await page.getByRole('checkbox', { name: 'Sending organisation' }).check()
    await page.locator('#regime1').selectOption('vn_dolab')
    await page.locator('#number1').fill(`${word}-7/2024`)
    await page.locator('#source').fill('Invented list')
    await page.getByRole('button', { name: 'Look for similar ones and save' }).click()
    await expect(page.getByRole('status')).toContainText('Saved')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await checkAccessibility(page)
    await screenshot(page, 'party')
  })

  await test.step('of two who change it the second is told what the first changed, and sends both', async () => {
    await page.getByRole('link', { name: 'Change', exact: true }).first().click()
    const second = await page.context().newPage()
    await second.goto(page.url())
    await second.locator('#country').selectOption('KH')
    await second.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(second.getByRole('status')).toContainText('Saved')
    await second.close()
    await page.locator('#name2').fill(`Suoi ${word} JSC`)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.locator('.sum')).toContainText('A colleague changed this while you were writing')
    await expect(page.locator('#country-error')).toContainText('taken over: Cambodia')
    await expect(page.locator('#country')).toHaveValue('KH')
    await expect(page.locator('#name2')).toHaveValue(`Suoi ${word} JSC`)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('status')).toContainText('Saved')
  })

  await test.step('typing finds it without marks and in another order', async () => {
    await page.goto('/en/parties')
    await page.locator('#q').fill(`${word} suoi jsc`)
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
  })

  await test.step('the like of it is offered before anything is saved', async () => {
    await page.goto('/en/parties/new')
    await page.locator('#name1').fill(`SUOI ${word.toUpperCase()} Co., Ltd.`)
    await page.locator('#country').selectOption('VN')
    await page.getByRole('checkbox', { name: 'Sending organisation' }).check()
    await page.getByRole('button', { name: 'Look for similar ones and save' }).click()
    await expect(page.getByRole('heading', { name: 'Is it one of these?' })).toBeVisible()
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'None of these: save as a new party' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`SUOI ${word.toUpperCase()} Co., Ltd.`)
  })

  await test.step('both sides are shown, and only then they are one; and two again', async () => {
    await page.getByRole('link', { name: 'Put together with another' }).click()
    await page.getByRole('link', { name: `Look at both ${name}` }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Are these one party?')
    await checkAccessibility(page)
    await screenshot(page, 'party-merge')
    await page.getByRole('button', { name: 'Put them together' }).click()
    await expect(page.locator('#reason-error')).toBeVisible()
    await page.locator('#reason').fill('The same licence number on both contracts.')
    await page.getByRole('button', { name: 'Put them together' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(page.locator('#names')).toContainText(`SUOI ${word.toUpperCase()}`)
    await page.getByRole('button', { name: 'Take back' }).click()
    await expect(page.getByRole('status')).toContainText('Taken apart')
    await expect(page.locator('#names')).not.toContainText(`SUOI ${word.toUpperCase()}`)
  })
})

test('@desktop an administrator brings in a licence list with a preview and takes it back', async ({ page }) => {
  const word = own()
  const list = [
    'Tên doanh nghiệp,Số giấy phép,Ngày cấp,Tình trạng',
    `Suối ${word} Một,${word}-1,2024-05-01,Còn hiệu lực`,
    `,${word}-2,,`,
  ].join('\n')
  await signIn(page, account('administrator', 'minato_helpdesk'))
  await page.goto('/en/parties/import')
  await checkAccessibility(page)
  await page.locator('#file').setInputFiles({ name: `${word}.csv`, mimeType: 'text/csv', buffer: Buffer.from(list) })
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${word}.csv`)
  await expect(page.locator('#name')).toHaveValue('0')
  await expect(page.locator('#number')).toHaveValue('1')
  await page.locator('#regime').selectOption('vn_dolab')
  await page.locator('#country').selectOption('VN')
  await page.locator('#role').selectOption('sending_organization')
  await page.locator('#source').fill('Invented list')
  await page.getByRole('button', { name: 'See what would change' }).click()
  await expect(page.locator('#plan')).toContainText('1 new')
  await expect(page.locator('#plan')).toContainText('Line 3: no name')
  await checkAccessibility(page)
  await screenshot(page, 'party-list')
  await page.getByRole('button', { name: 'Take the list over' }).click()
  await expect(page.getByRole('status')).toContainText('taken over')
  await page.getByRole('button', { name: 'Take the whole list back' }).click()
  await expect(page.getByRole('status')).toContainText('taken back')
})
