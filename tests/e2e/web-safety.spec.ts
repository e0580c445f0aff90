import { request as ask } from 'node:http'
import type { Page } from 'playwright/test'
import { addresses } from '../support/addresses'
import { expect, test } from '../support/browser'
import { aPhoto } from '../support/files'
import { answer, choose, press } from '../support/report-steps'
import { account, signIn } from '../support/staff-steps'

// What a browser and another site see of us: docs/adr/052.

/** A request as it is written, past every rule of a browser. */
function send(base: string, method: string, path: string, headers: Record<string, string>): Promise<number> {
  const body = method === 'GET' ? '' : 'a=b'
  const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) }
  return new Promise((resolve, reject) => {
    const asked = ask(new URL(path, base), { method, headers: { ...type, ...headers } }, (answered) => {
      answered.resume()
      answered.on('end', () => resolve(answered.statusCode ?? 0))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

test('nothing that another site posts reaches any page, action or route @desktop', async ({ baseURL }) => {
  const all = addresses()
  expect(all.length).toBeGreaterThan(150)
  const foreign = [
    { origin: 'https://them.example' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { referer: 'https://them.example/' },
    {},
  ]
  const letIn: string[] = []
  for (const path of all) {
    for (const [index, headers] of foreign.entries()) {
      const method = path.startsWith('/api/') ? (['POST', 'PUT', 'DELETE', 'PATCH'][index] ?? 'POST') : 'POST'
      const status = await send(baseURL ?? '', method, path, headers)
      if (status !== 403) letIn.push(`${method} ${path} ${JSON.stringify(headers)}: ${status}`)
    }
  }
  expect(letIn).toEqual([])
})

test('every kind of answer says the same to a browser @desktop', async ({ page, baseURL }) => {
  await signIn(page, account('caseworker', 'minato_helpdesk'))
  const staff = await page.content()
  await page.goto('/vi')
  const worker = await page.content()
  const files = [/\/_next\/static\/[^"]+\.js/u.exec(staff), /\/assets\/main[^"]+\.js/u.exec(worker)].map(
    (found) => found?.[0] ?? '',
  )
  const pages = [
    '/vi',
    '/vi/report',
    '/vi/track',
    '/en/data',
    `/en/answer/${'x'.repeat(43)}`,
    '/vi/nowhere',
    '/en/cases',
    '/en/sign-in',
    '/en/cases/nowhere',
  ]
  const others = [
    '/api/health',
    '/api/v1/files?for=draft',
    '/api/auth/session',
    '/api/v1/public',
    '/vi/offline.js',
    '/vi/offline.json',
    '/icon.svg',
    '/robots.txt',
    '/nowhere.html',
    '/en/cases/import/template',
    ...files,
  ]
  for (const path of [...pages, ...others]) {
    const answered = await page.request.get(path, { maxRedirects: 0 })
    const said = answered.headers()
    expect.soft(said, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': path.startsWith('/api/v1/public') ? 'cross-origin' : 'same-origin',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
    })
    expect.soft(said['permissions-policy'], path).toContain('camera=()')
    if (path.startsWith('/_next') || path.startsWith('/assets')) continue
    expect.soft(said['content-security-policy'], path).toMatch(/default-src 'none'/u)
    expect.soft(said['content-security-policy'], path).not.toContain('unsafe')
    if (!pages.includes(path)) continue
    expect
      .soft(said['content-security-policy'], path)
      .toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'; style-src 'self';/u)
    expect.soft(said['content-security-policy'], path).toContain("require-trusted-types-for 'script'")
    const nonce = /'nonce-([^']+)'/u.exec(said['content-security-policy'] ?? '')?.[1] ?? ''
    const html = await answered.text()
    expect.soft(html, path).not.toMatch(/<[^>]*\s(?:style|on[a-z]+)="/u)
    for (const [tag] of html.matchAll(/<(?:script|style)\b[^>]*>/gu))
      expect.soft(tag, path).toContain(`nonce="${nonce}"`)
  }
  const visitor = await page
    .context()
    .browser()
    ?.newContext({ baseURL: baseURL ?? '' })
  for (const path of ['/', '/vi', '/en/sign-in', '/en/data', '/api/auth/session', '/api/auth/csrf', '/api/health'])
    expect((await visitor?.request.get(path))?.headers()['set-cookie'], `${path} before anybody acts`).toBeUndefined()
  await visitor?.close()
})

/** What of it this page turns text into. Code from text is not tried: what a test evaluates may do that in any page. */
function whatTextBecomes(page: Page) {
  return page.evaluate(() => {
    const attempts: Record<string, () => unknown> = {
      html: () => (document.createElement('div').innerHTML = '<b>x</b>'),
      adjacent: () => document.createElement('div').insertAdjacentHTML('beforeend', '<b>x</b>'),
      parsed: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
      address: () => (document.createElement('script').src = '/api/v1/public'),
      other: () => (document.createElement('script').src = 'https://them.example/a.js'),
      worker: () => new Worker('/api/v1/public'),
      policy: () =>
        (
          window as unknown as { trustedTypes: { createPolicy: (...rules: unknown[]) => unknown } }
        ).trustedTypes.createPolicy('mine', {}),
    }
    return Object.entries(attempts)
      .filter(([, attempt]) => {
        try {
          attempt()
          return true
        } catch {
          return false
        }
      })
      .map(([name]) => name)
  })
}

test('no text becomes HTML or a script, on staff pages and on worker pages @desktop', async ({
  page,
  consoleErrors,
}) => {
  await signIn(page, account('caseworker', 'minato_helpdesk'))
  await page.goto('/en/cases')
  await page.locator('main').getByRole('link').first().click()
  await page.waitForLoadState('networkidle')
  expect(consoleErrors, 'the framework’s own scripts run').toEqual([])
  expect(await whatTextBecomes(page)).toEqual([])
  consoleErrors.length = 0
  await page.goto('/vi')
  await page.waitForLoadState('networkidle')
  expect(consoleErrors).toEqual([])
  expect(await whatTextBecomes(page)).toEqual([])
  consoleErrors.length = 0
})

test('a file leaves the phone without a cookie, and cookies are seen by nobody @desktop', async ({ page }) => {
  const sent: Record<string, string>[] = []
  await page.goto('/en/report/grievances')
  await choose(page, 'wages_unpaid')
  await answer(page, 'corridor')
  await page.goto('/en/report/story')
  await press(page, 'Add photos or papers', /\/report\/files$/u)
  page.on('request', (asked) => {
    if (/\/api\/v1\/files\/.+/u.test(asked.url())) void asked.allHeaders().then((headers) => sent.push(headers))
  })
  await page.locator('#file').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() })
  await expect(page.getByText('1 file added')).toBeVisible()
  expect(sent.length).toBeGreaterThanOrEqual(2)
  for (const headers of sent) {
    expect(headers['cookie']).toBeUndefined()
    expect(headers['authorization']).toMatch(/^File [\w-]+$/u)
  }
  const cookies = await page.context().cookies()
  expect(cookies.map(({ name, httpOnly, sameSite, path }) => ({ name, httpOnly, sameSite, path }))).toEqual([
    { name: 'draft', httpOnly: true, sameSite: 'Lax', path: '/' },
  ])
  expect(await page.evaluate(() => document.cookie)).toBe('')
})
