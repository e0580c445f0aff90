import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from 'playwright/test'
import { OwnRequests } from './own-requests'

/** Noise of the browser itself, not of a page. */
const NOT_OURS = [
  /Failed to load resource: the server responded with a status of (404|409|422|401|403|429)/,
  /Failed to load resource: net::ERR_INTERNET_DISCONNECTED/,
]

/**
 * A test that fails when a page writes an error to the console or throws, a policy violation included, and when anything in the
 * browser asks somebody else than us.
 */
export const test = base.extend<{ consoleErrors: string[]; ownRequests: OwnRequests }>({
  // Each journey is a network of its own: all of them from one would be a flood.
  extraHTTPHeaders: async ({ browserName }, use, { testId }) => {
    const [one, two, three] = createHash('sha256').update(`${browserName} ${testId}`).digest()
    await use({ 'x-forwarded-for': `10.${one ?? 0}.${two ?? 0}.${three ?? 0}` })
  },
  ownRequests: [
    async ({ browser, context, baseURL }, use) => {
      const requests = new OwnRequests(baseURL ?? '')
      requests.watch(context)
      const stop = requests.watchNew(browser)
      await use(requests)
      stop()
      expect(requests.strangers, 'requests to somebody else').toEqual([])
    },
    { auto: true },
  ],
  consoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' && !NOT_OURS.some((noise) => noise.test(message.text())))
          errors.push(message.text())
      })
      page.on('pageerror', (error) => errors.push(error.message))
      await use(errors)
      expect(errors, 'errors in the browser console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Shows `work` the page as axe can examine it. axe is a script: where the journey runs without scripts, the page as it
 * is now is shown again, without its own, in a window that allows them.
 */
async function withScripts<T>(page: Page, work: (examined: Page) => Promise<T>): Promise<T> {
  if (test.info().project.use.javaScriptEnabled !== false) return work(page)
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser of its own')
  const html = (await page.content()).replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
  const context = await browser.newContext({ viewport: page.viewportSize(), javaScriptEnabled: true })
  try {
    const copy = await context.newPage()
    await copy.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }))
    await copy.goto(page.url())
    return await work(copy)
  } finally {
    await context.close()
  }
}

/** A journey that runs both ways meets axe where it has scripts; the page is the same. */
function isLookedAtWithScripts(): boolean {
  const { project, title } = test.info()
  return project.use.javaScriptEnabled === false && !title.includes('@no-js')
}

/** Fails with what axe finds on the page as it is now, and when the page is wider than the screen. */
export async function checkAccessibility(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, 'pixels wider than the screen').toBeLessThanOrEqual(0)
  // A card halfway under the bar that sticks would count as one too small to tap.
  await page.evaluate(() => window.scrollTo(0, 0))
  if (isLookedAtWithScripts()) return
  // Pages have no frames: axe needs no empty page of its own to put findings together, nor a list of what held.
  const { violations } = await withScripts(page, (examined) =>
    new AxeBuilder({ page: examined })
      .withTags(AXE_TAGS)
      .options({ resultTypes: ['violations'] })
      .setLegacyMode()
      .analyze(),
  )
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target }) => target.join(' ')),
  }))
  expect(found, `axe on ${page.url()}`).toEqual([])
}

/** With SCREENSHOTS=1 saves a picture of the whole page to test-results/screenshots, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env['SCREENSHOTS']) return
  const directory = path.join('test-results', 'screenshots')
  await mkdir(directory, { recursive: true })
  await page.screenshot({ path: path.join(directory, `${name}.png`), fullPage: true })
}
