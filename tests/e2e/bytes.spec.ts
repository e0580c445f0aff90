import { PlainBrowser } from '../../lib/commands/bench/http'
import { weighWorkerViews } from '../../lib/commands/bench/worker-views'
import { LOCALES, type Locale } from '../../lib/i18n/locales'
import { expect, test } from '../support/browser'

test.use({ serviceWorkers: 'allow' })

const FIRST_VIEW_MAXIMUM = 14_000
const REPORT_MAXIMUM = 120_000

/** The words that take most bytes, and the source; EVERY_LANGUAGE=1 weighs all ten. */
const HEAVIEST: readonly Locale[] =
  process.env['EVERY_LANGUAGE'] === undefined ? ['en', 'ja', 'my', 'km', 'ne'] : LOCALES

// Brotli is what a browser asks for over https; `npm run bench` reports gzip as well.
// Bytes are the same in every window: one project is enough.
for (const locale of HEAVIEST) {
  test(`every worker page in ${locale} fits in 14 kB, a whole report without scripts in 120 kB @desktop`, async ({
    baseURL,
  }) => {
    const { views, journey } = await weighWorkerViews(new PlainBrowser(baseURL ?? '', undefined, 'br'), locale)
    // A walk that sees no page would find nothing too heavy.
    expect(views.length).toBeGreaterThan(40)
    expect(views.filter(({ bytes }) => bytes >= FIRST_VIEW_MAXIMUM)).toEqual([])
    expect(journey.bytes).toBeLessThan(REPORT_MAXIMUM)
  })
}

test('a worker page brings one script, ours, and it is kept for good @desktop', async ({ baseURL }) => {
  const browser = new PlainBrowser(baseURL ?? '')
  for (const path of ['/en', '/my/report/grievances', '/vi/fees', '/en/track', '/en/nothing-here']) {
    const { text } = await browser.get(path)
    const sources = [...text.matchAll(/<script\b[^>]*\ssrc="([^"]*)"/gu)].map((match) => match[1])
    expect(sources, path).toEqual([expect.stringMatching(/^\/assets\/main-\w+\.js$/)])
    expect(text, path).not.toContain('__next')
    expect(text, path).not.toContain('<!--')
    const script = await browser.get(sources[0] ?? '')
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(script.bytes).toBeLessThan(12_000)
  }
})

test('an unknown address and a failed page are whole without scripts @desktop', async ({ baseURL }) => {
  const browser = new PlainBrowser(baseURL ?? '')
  const missing = await browser.get('/vi/no/such/page')
  expect(missing.status).toBe(404)
  expect(missing.text).toContain('<main')
  const failed = await browser.get('/vi/failed?number=a1b2c3')
  expect(failed.text).toContain('a1b2c3')
  expect((await browser.get('/vi/failed?number=%3Cscript%3E')).text).not.toContain('&lt;script')
})
