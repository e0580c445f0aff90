import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { press } from '../support/report-steps'
import { account, signIn } from '../support/staff-steps'
import { anOpenCase } from '../support/track-steps'

const PHONE = { width: 360, height: 740 }

test(
  'a party answers once what the worker allowed, and its offer goes to the worker by the officer',
  { tag: '@desktop' },
  async ({ page, browser }) => {
    const { number } = await anOpenCase(page, { paid: true, broker: 'Example Go-between' })
    const ownPage = '/en/track/case/consents/parties'
    await page.goto(ownPage)
    await checkAccessibility(page)
    await page
      .getByRole('link', { name: /Decide.*Example Go-between/ })
      .first()
      .click()
    await checkAccessibility(page)
    await press(page, 'Yes, ask them', /parties\?done=1/)
    await expect(page.locator('main')).toContainText('May be told what happened')
    await screenshot(page, 'party-told')
    await signIn(page, account('caseworker', 'minato_helpdesk'))

    await page.goto(`/en/cases/${number}/responses/new`)
    await expect(page.locator('main')).toContainText('Finish triage first')
    await page.goto(`/en/cases/${number}/triage`)
    await page.locator('[name="conflict"][value="no"]').check()
    await press(page, 'Finish triage', /done=triaged/)
    await page.goto(`/en/cases/${number}/responses/new`)
    await checkAccessibility(page)
    await page.locator('#casePartyId').selectOption({ index: 1 })
    await expect(page.locator('main')).toContainText('the matter itself, nothing beside it')
    await page.locator('#language').selectOption('en')
    await page.locator('#allegation').fill('A fee of 120 million VND was taken.')
    await page.getByRole('button', { name: 'Make the link' }).click()
    await expect(page.locator('#allegation-error')).toContainText('a sum the worker did not allow')
    await page.locator('#allegation').fill('A fee for the introduction was taken. Please tell us how you see it.')
    await press(page, 'Make the link', /\/responses\/link$/)
    const link = await page.locator('#link').inputValue()
    await press(page, 'I have copied it', /done=asked/)
    await page.goto(`/en/cases/${number}/responses/link`)
    await expect(page).toHaveURL(/\/responses$/)

    const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE })
    const party = await context.newPage()
    const { pathname } = new URL(link)
    await party.goto(pathname)
    await expect(party.locator('main')).toContainText('A fee for the introduction was taken')
    await expect(party.locator('main')).not.toContainText(number)
    await screenshot(party, 'party-answer-phone')
    await party.locator('input[value="partly"]').check()
    await party.locator('#words').fill('A partner of ours')
    await press(party, 'Keep it and go on later', /kept=1/)
    await party.locator('#words').fill('A partner of ours took a fee.')
    await press(party, '日本語', /\/ja\/answer\/.+kept=1/)
    await expect(party.getByRole('heading', { level: 1 })).toHaveText('ご回答のお願い')
    await expect(party.locator('#words')).toHaveValue('A partner of ours took a fee.')
    await party.goto(pathname)
    await expect(party.locator('#words')).toHaveValue('A partner of ours took a fee.')
    await expect(party.locator('input[value="partly"]')).toBeChecked()
    await party.locator('#amount').fill('80000')
    await press(party, 'Send the answer', /\/en\/answer\/thanks$/)
    await party.goto(pathname)
    await expect(party.locator('main')).toContainText('This link shows nothing')
    await context.close()

    await page.goto(`/en/cases/${number}/responses`)
    await expect(page.locator('article')).toContainText('A partner of ours took a fee.')
    await checkAccessibility(page)
    await page.getByRole('link', { name: 'Put this offer to the worker' }).click()
    await expect(page.locator('#amount')).toHaveValue('80000')

    await page.goto(ownPage)
    await expect(page.locator('article')).toContainText('A fee for the introduction was taken')
    await expect(page.locator('article')).toContainText('They answered on')
    await expect(page.locator('article')).not.toContainText('partner of ours')
  },
)
