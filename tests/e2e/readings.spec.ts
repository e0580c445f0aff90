import { LOCALE_FACTS, LOCALES } from '@/lib/i18n/locales'
import { expect, test } from '../support/browser'

const MARKS = /[\uFFF9-\uFFFB]/u

test('the first page stands in every language, and each is one tap away', async ({ page }) => {
  for (const locale of LOCALES) {
    await page.goto(`/${locale}`)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(page.locator('.lang summary')).toContainText(LOCALE_FACTS[locale].ownName)
    await expect(page.locator('.lang a[hreflang], .lang button[name=switch_locale]')).toHaveCount(LOCALES.length)
    expect(MARKS.test(await page.content()), locale).toBe(false)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow, locale).toBeLessThanOrEqual(0)
  }
})

test('Japanese words show their readings, and nothing else does', async ({ page }) => {
  await page.goto('/ja/report/grievances')
  await expect(page.locator('h1 ruby').first()).toBeVisible()
  expect(await page.locator('title ruby, option ruby, svg ruby').count()).toBe(0)
  expect(await page.title()).not.toMatch(/\[|\||[\uFFF9-\uFFFB]/u)
  expect(MARKS.test(await page.content())).toBe(false)
  await page.goto('/vi/report/grievances')
  await expect(page.locator('ruby')).toHaveCount(0)
})

test('a staff address in a language of workers leads to the same place in English', async ({ page }) => {
  await page.goto('/km/sign-in?next=%2Fen%2Fcases')
  await expect(page).toHaveURL('/en/sign-in?next=%2Fen%2Fcases')
  await page.goto('/ja/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
  await expect(page.locator('ruby')).toHaveCount(0)
  expect(MARKS.test(await page.content())).toBe(false)
})

test('a question is read aloud where the phone has a voice @js', async ({ page }) => {
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => [
          { lang: 'ja-JP', localService: true },
          { lang: 'km-KH', localService: false },
        ],
        speak: (part: SpeechSynthesisUtterance) => said.push(part.text),
        cancel: () => said.splice(0),
        addEventListener: () => undefined,
      },
    })
    Object.assign(window, {
      SpeechSynthesisUtterance: class {
        constructor(readonly text: string) {}
      },
    })
  })
  await page.goto('/ja/report/grievances')
  const place = page.locator('[data-phone=read-aloud]')
  await place.locator('button').click()
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
  expect(said.length).toBeGreaterThan(10)
  expect(said.join('')).not.toMatch(MARKS)
  expect(said[0]).toBe(
    await page.locator('h1').evaluate((heading) => {
      const copy = heading.cloneNode(true) as HTMLElement
      for (const reading of copy.querySelectorAll('rt')) reading.remove()
      return copy.textContent
    }),
  )
  await place.locator('button').click()
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([])

  // A voice that is not in the phone sends what it reads to somebody.
  await page.goto('/km/report/grievances')
  await expect(place).toBeHidden()
})
