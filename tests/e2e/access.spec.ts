import type { Page } from 'playwright/test'
import { prepare, QUESTIONS, type Prepared } from '@/lib/commands/bench/prepared'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { checkAccessibility, expect, screenshot, test } from '../support/browser'
import { hold } from '../support/held'
import { cutOn, NARROW, smallTargetsOn } from '../support/page-shape'
import { foreignTo, wordsOn } from '../support/page-words'

// Every page a worker meets, looked at by axe and by measure. All of it needs scripts to look, none of it to work; the pages
// are the same without. Reports are told once for all tests of a process and only looked at here.

const PHONE = { width: 360, height: 640 }
/**
 * Every page in English, and the pages met most where letters are hardest to place; every language is walked through, and measured for
 * what is cut, in languages.spec.ts. EVERY_LANGUAGE=1 looks at all of them with axe too, which takes five minutes more.
 */
const IS_FULL = process.env['EVERY_LANGUAGE'] !== undefined
const IN_FULL: readonly Locale[] = IS_FULL ? ['en', 'my'] : ['en']
const MET_MOST: readonly Locale[] = IS_FULL ? LOCALES : ['my', 'km', 'ja']
/** The shortest words, the highest lines, and words with readings above them. */
const ENLARGED: readonly Locale[] = ['en', 'my', 'ja']
const CHECKED =
  'from=VN&scheme=titp&month=3&year=2025&months=36&pay=165000&who1=broker&what1=rf_broker_introduction&amount1=25000000'

/** Pages anybody may open. */
const OPEN_PAGES = [
  '',
  '/report',
  '/report/grievances',
  '/report/pin',
  '/fees',
  `/fees?${CHECKED}`,
  '/track',
  '/help',
  '/help?lang=vi&problem=',
  '/rights',
  '/rights/VN/titp',
  '/rights/information',
  '/safety',
  '/comment',
  '/failed',
  '/nowhere',
]
const DRAFT_PAGES = [...QUESTIONS.slice(1), 'fees', 'fees/1', 'files', 'check', 'delete'].map(
  (step) => `/report/${step}`,
)
const OWN_PAGES = [
  '',
  '/payments',
  '/consents',
  '/contact',
  '/facts',
  '/files',
  '/officer',
  '/readers',
  '/pay',
  '/stop',
  '/delete',
].map((page) => `/track/case${page}`)

let preparing: Promise<Prepared> | undefined
/** Told once for all tests of this process. */
const prepared = () => (preparing ??= prepare(process.env['BASE_URL'] ?? ''))
// Hundreds of pages looked at: a record of each step costs more than the looking.
test.use({ viewport: PHONE, trace: 'off' })

/** Notes what axe finds and goes on: the pages after this one are looked at too. */
async function lookWithAxe(page: Page): Promise<void> {
  const found = await checkAccessibility(page).then(
    () => '',
    (error: Error) => error.message,
  )
  expect.soft(found, new URL(page.url()).pathname).toBe('')
}

async function look(page: Page, locale: Locale, path: string): Promise<void> {
  await page.goto(`/${locale}${path}`)
  await test.step(`/${locale}${path}`, async () => {
    expect(new URL(page.url()).pathname, 'the page itself').toBe(`/${locale}${path.split('?')[0]}`)
    await lookWithAxe(page)
    expect.soft(foreignTo(locale, await wordsOn(page)), `foreign on ${path}`).toEqual([])
    expect.soft(await smallTargetsOn(page), `small on ${path}`).toEqual([])
  })
}

/** The amount of a payment with what is wrong said at its fields. */
async function lookAtErrors(page: Page, locale: Locale): Promise<void> {
  await page.goto(`/${locale}/report/fees/1/amount`)
  await page.locator('#amount').fill('12')
  await page.locator('#year').fill('2568')
  await page.locator('main form .acts button').first().click()
  await expect(page.locator('.sum')).toBeFocused()
  await expect(page.locator('.sum')).toHaveAttribute('role', 'alert')
  await expect(page.locator('#amount')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('#amount')).toHaveAttribute('aria-describedby', /amount-error/)
  await lookWithAxe(page)
}

for (const locale of IN_FULL) {
  test(`${locale}: axe and 44 px on every page of the report @js`, async ({ page, context }) => {
    await hold(context, { draft: (await prepared()).draft })
    for (const path of DRAFT_PAGES) await look(page, locale, path)
    await lookAtErrors(page, locale)
    await hold(context, { draft: (await prepared()).ticket })
    await look(page, locale, '/report/receipt')
  })

  test(`${locale}: axe and 44 px on every page anybody may open, and on the own case @js`, async ({
    page,
    context,
  }) => {
    for (const path of OPEN_PAGES) await look(page, locale, path)
    await hold(context, { track: (await prepared()).own })
    for (const path of OWN_PAGES) await look(page, locale, path)
  })
}

for (const locale of MET_MOST.filter((each) => !IN_FULL.includes(each))) {
  test(`${locale}: axe and 44 px on the pages met most @js`, async ({ page, context }) => {
    for (const path of ['', '/report/grievances', '/rights/VN/titp']) await look(page, locale, path)
    await hold(context, { draft: (await prepared()).draft })
    await lookAtErrors(page, locale)
    await look(page, locale, '/report/check')
    await hold(context, { draft: (await prepared()).ticket, track: (await prepared()).own })
    await look(page, locale, '/report/receipt')
    await look(page, locale, '/track/case')
  })
}

const LOOKS = [
  ['in the dark', { colorScheme: 'dark' }],
  ['in the colours of the system', { forcedColors: 'active' }],
  ['with more contrast', { contrast: 'more' }],
  ['in the dark with more contrast', { colorScheme: 'dark', contrast: 'more' }],
] as const

for (const [name, media] of LOOKS) {
  test(`axe finds nothing ${name} @js`, async ({ page, context }) => {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    await hold(context, { draft: (await prepared()).draft })
    await look(page, 'en', '')
    await lookAtErrors(page, 'en')
    await screenshot(page, `access-${name.replaceAll(' ', '-')}`)
    await look(page, 'en', `/fees?${CHECKED}`)
  })
}

test('one question is answered with the keyboard alone, and the focus is always seen @js', async ({
  page,
  context,
}) => {
  await hold(context, { draft: (await prepared()).draft })
  await page.goto('/en/report/scheme')
  await page.keyboard.press('Tab')
  await expect(page.locator('.skip')).toBeFocused()
  await page.keyboard.press('Enter')
  const stops: string[] = []
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press('Tab')
    stops.push(await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name ?? ''))
    expect(await page.evaluate(seesFocus), `the focus after ${stops.join(', ')}`).toBe(true)
    if (stops.at(-1) === 'scheme') break
  }
  expect(stops.at(-1)).toBe('scheme')
  await page.keyboard.press('ArrowDown')
  const chosen = await page.locator('input[name=scheme]:checked').inputValue()
  expect(chosen).not.toBe('titp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Tab')
  await expect(page.locator('main form .acts button').first()).toBeFocused()
  expect(await page.evaluate(seesFocus)).toBe(true)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/report\/parties$/)
})

/** Runs in the page: whether what has the focus, or its label, wears a ring. */
function seesFocus(): boolean {
  const focused = document.activeElement
  if (!focused || focused === document.body) return false
  const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : undefined
  return [focused, label].some((part) => {
    if (!part) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(part)
    const box = part.getBoundingClientRect()
    return (
      outlineStyle !== 'none' &&
      Number.parseFloat(outlineWidth) >= 2 &&
      box.width > 2 &&
      box.bottom > 0 &&
      box.top < innerHeight
    )
  })
}

for (const locale of ENLARGED) {
  test(`${locale}: nothing is lost with letters twice as large, and at 400 % @js`, async ({ page, context }) => {
    await hold(context, { draft: (await prepared()).draft, track: (await prepared()).own })
    for (const path of [
      '',
      '/report/grievances',
      '/report/fees/1/amount',
      '/report/check',
      '/track/case',
      '/help',
      `/fees?${CHECKED}`,
    ]) {
      await page.setViewportSize(PHONE)
      await page.goto(`/${locale}${path}`)
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
      })
      expect.soft(await cutOn(page), `${path} with letters twice as large`).toEqual([])
      await page.evaluate(() => {
        document.documentElement.style.fontSize = ''
      })
      // 1280 × 1024 at 400 %.
      await page.setViewportSize({ width: NARROW, height: 256 })
      expect.soft(await cutOn(page), `${path} at 400 %`).toEqual([])
      const bar = await page.locator('.top').evaluate((top) => getComputedStyle(top).position)
      expect.soft(bar, 'a bar that stays would cover what is read').toBe('static')
    }
  })
}

test('nothing moves for who asked for less motion @js', async ({ page, context }) => {
  await hold(context, { draft: (await prepared()).draft })
  const moving = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('body *')].filter((part) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(part)
          return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth'
        }).length,
    )
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const path of ['', '/report/grievances', '/report/check']) {
    await page.goto(`/en${path}`)
    expect(await moving(), path).toBe(0)
  }
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  expect(await moving(), 'what moves otherwise').toBeGreaterThan(0)
})
