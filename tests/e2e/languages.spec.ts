import type { Page } from 'playwright/test'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { expect, screenshot, test } from '../support/browser'
import { cutOn, NARROW } from '../support/page-shape'
import { foreignTo, wordsOn } from '../support/page-words'
import { inDigitsOf, TELLERS } from '../support/tellers'
import { openOwnPage, tellReport } from '../support/told-journey'

// The whole way of a worker in every language: from the first page to the ticket, and back with the code. Without scripts in
// all ten; in one whose words carry readings, with them too.

/** What is whole on the narrowest screen is whole on wider ones. */
const PHONE = { width: NARROW, height: 640 }
const WITH_SCRIPTS: readonly Locale[] = ['ja']

/** A title that would tell somebody who looks over a shoulder what this is about. */
const TELLING =
  /complain|grievance|abuse|exploit|traffic|recruit|worker|broker|police|wage|khiếu nại|tố cáo|lao động|môi giới|pengaduan|keluhan|pekerja|reklamo|sumbong|manggagawa|တိုင်ကြား|အလုပ်သမား|បណ្តឹង|ពលករ|उजुरी|गुनासो|कामदार|投诉|举报|劳工|中介|ร้องเรียน|แรงงาน|นายหน้า|苦情|通報|労働|相談/i

test.use({ viewport: PHONE })

/** Fails when a page tells its topic in the title or cuts something; what is not in its language is noted in `foreign`, once. */
async function checkPage(page: Page, locale: Locale, foreign: Map<string, string>): Promise<void> {
  const where = new URL(page.url()).pathname
  await expect(page.locator('html'), where).toHaveAttribute('lang', locale)
  for (const words of foreignTo(locale, await wordsOn(page))) if (!foreign.has(words)) foreign.set(words, where)
  const title = await page.title()
  expect.soft(title, `title of ${where}`).toMatch(/^(?:.+ – )?Passage$/)
  expect.soft(title, `title of ${where}`).not.toMatch(TELLING)
  expect.soft(await cutOn(page), `cut on ${where}`).toEqual([])
}

/** On the question that is open: the next language and back, with what was just typed. */
async function switchThereAndBack(page: Page, locale: Locale, typed: string): Promise<void> {
  const other = LOCALES[(LOCALES.indexOf(locale) + 1) % LOCALES.length] ?? 'en'
  const change = async (from: Locale, to: Locale) => {
    await page.locator('.lang summary').click()
    await page.locator(`.lang button[name=switch_locale][value=${to}]:not(.vh)`).click()
    await expect(page).toHaveURL(new RegExp(`/${to}/report/story$`))
    await expect(page.locator('html')).toHaveAttribute('lang', to)
    await expect(page.locator('#story'), `from ${from} to ${to}`).toHaveValue(typed)
  }
  await page.locator('#story').fill(typed)
  await change(locale, other)
  await change(other, locale)
}

for (const locale of LOCALES) {
  // With scripts the way is the same one for all; those with readings go it both ways.
  const way = WITH_SCRIPTS.includes(locale) ? '' : ' @no-js'
  test(`${locale}: told, sent and opened again${way}`, async ({ page, context }) => {
    const teller = TELLERS[locale]
    const addresses = new Set<string>()
    page.on('framenavigated', (frame) => addresses.add(decodeURI(frame.url())))

    const foreign = new Map<string, string>()
    const look = async (shown: Page) => {
      await checkPage(shown, locale, foreign)
      const path = new URL(shown.url()).pathname
      if (path.endsWith('/report/fees')) {
        const sums = (await shown.locator('main').innerText()).replaceAll(/(?<=\d)[.,\s\u00a0\u202f'’](?=\d)/g, '')
        expect(sums, 'the sum as it was understood').toContain(teller.units)
      }
      if (path.endsWith('/report/story')) await switchThereAndBack(shown, locale, teller.story)
      if (path.endsWith('/report/check')) {
        await expect(shown.locator('main')).toContainText(teller.story)
        await expect(shown.locator('main')).toContainText(teller.payee)
      }
    }
    const { number, code } = await tellReport(page, locale, teller, look)
    expect(number).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    expect(code).toMatch(/^\d{21}$/)
    await screenshot(page, `language-${locale}-receipt-${test.info().project.name}`)
    await context.clearCookies()
    await openOwnPage(page, locale, inDigitsOf(teller.nought, code), look)
    await expect(page.locator('main')).toContainText(number)
    await screenshot(page, `language-${locale}-case-${test.info().project.name}`)

    expect.soft([...foreign], 'words of another language, and where first').toEqual([])

    // Neither what was visited nor what Back shows tells anything of somebody.
    const history = await (await context.newCDPSession(page)).send('Page.getNavigationHistory')
    const left = [...addresses, ...history.entries.flatMap((entry) => [decodeURI(entry.url), entry.title])]
    const told = [teller.story, teller.payee, teller.units, teller.amount, number, code, teller.origin]
    for (const entry of left)
      expect(
        told.filter((words) => entry.includes(words)),
        entry,
      ).toEqual([])
    for (const { title } of history.entries) expect(title).not.toMatch(TELLING)
  })
}
