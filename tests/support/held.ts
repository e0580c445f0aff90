import type { BrowserContext } from 'playwright/test'

/** Gives a browser the cookies of what was prepared (lib/commands/bench/prepared.ts). */
export async function hold(context: BrowserContext, cookies: Readonly<Record<string, string>>): Promise<void> {
  const url = process.env['BASE_URL'] ?? 'http://localhost:3000'
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })))
}
