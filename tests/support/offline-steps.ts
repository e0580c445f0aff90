import { expect, type BrowserContext, type Page } from 'playwright/test'
import { Client } from 'pg'

/** Waits until the pages of a language are on the phone; asks for them as an open page does. */
export async function untilKept(page: Page, locale: string): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(
          async (name) => (await (await caches.open(name)).match('/stamp')) !== undefined,
          `pages-${locale}`,
        ),
      {
        timeout: 60_000,
      },
    )
    .toBe(true)
}

/** Opens the first page and waits until everything is kept. */
export async function openOnce(page: Page, locale = 'en'): Promise<void> {
  await page.goto(`/${locale}`)
  await untilKept(page, locale)
}

/** Presses a button and waits for the question that follows: offline the address stays as it is. */
export async function goOn(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: /^(Continue|Tiếp tục)/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
}

/** Everything of ours that a browser still holds. */
export async function leftOn(page: Page, context: BrowserContext): Promise<Record<string, unknown>> {
  const stores = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    local: localStorage.length + sessionStorage.length,
  }))
  return { ...stores, cookies: (await context.cookies()).map(({ name }) => name) }
}

export const NOTHING_LEFT = { databases: [], caches: [], workers: [], local: 0, cookies: [] }

/** The cases of a report with exactly these signs, whoever sent it; each journey has signs of its own. */
export async function casesWith(codes: readonly string[]): Promise<number> {
  const client = new Client({ connectionString: process.env['TEST_OWNER_URL'] })
  await client.connect()
  try {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM cases WHERE grievance_codes @> $1 AND grievance_codes <@ $1`,
      [codes],
    )
    return rows[0]?.n ?? -1
  } finally {
    await client.end()
  }
}

/** Tells what happened and a story without network, up to the check page; nobody is asked about danger by these signs. */
export async function tellShortly(page: Page, codes: readonly string[], story: string): Promise<void> {
  await page.goto('/en/report')
  await page.getByRole('link', { name: /^Start/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What happened?')
  for (const code of codes) await page.locator(`input[value="${code}"]`).check()
  for (const heading of ['Which country do you come from?', 'How do you work in Japan?', 'Who was involved?'])
    await goOn(page, heading)
  await goOn(page, 'Did you pay money to get this job?')
  await page.locator('input[value="no"]').check()
  await goOn(page, 'What about your contract and pay?')
  await goOn(page, 'Tell it in your own words')
  await page.locator('#story').fill(story)
  await goOn(page, 'How may we reach you?')
  await goOn(page, 'What do you agree to?')
  await goOn(page, 'Is this right?')
}
