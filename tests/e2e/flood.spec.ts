import { Client } from 'pg'
import { checkAccessibility, expect, test } from '../support/browser'
import { choose } from '../support/report-steps'

/** Often enough that no other journey tried something as often meanwhile. */
const TIMES = 4

test('when a network begins too many reports, the next one goes on after some work or a wait, and nothing is lost', async ({
  page,
  context,
}, { project }) => {
  await page.setExtraHTTPHeaders({ 'x-forwarded-for': `2001:db8:${project.name.length}::${Date.now() % 9_999}` })
  const begin = async () => {
    await context.clearCookies()
    await page.goto('/en/report/grievances')
    await choose(page, 'wages_unpaid')
    await page.getByRole('button', { name: /^Continue/ }).click()
  }
  await fillNetwork(async () => {
    for (let turn = 0; turn < TIMES; turn += 1) {
      await begin()
      await expect(page).not.toHaveURL(/grievances/)
    }
  })
  await begin()
  if (project.name === 'phone-no-js') {
    await expect(page.getByRole('heading', { name: 'Please wait a moment' })).toBeVisible()
    await expect(page.getByText(/Please wait 1\d seconds/u)).toBeVisible()
    await expect(page.locator('input[value="wages_unpaid"]')).toBeChecked()
    await checkAccessibility(page)
    await page.getByRole('button', { name: /^Continue/ }).click()
    await expect(page.getByText(/Please wait \d+ seconds/u)).toBeVisible()
    await page.waitForTimeout(16_000)
    await page.getByRole('button', { name: /^Continue/ }).click()
  }
  await expect(page).not.toHaveURL(/grievances/)
  await page.goto('/en/report/grievances')
  await expect(page.locator('input[value="wages_unpaid"]')).toBeChecked()
  const { held, let_go: letGo } = await draftsHeld()
  expect(held).toBeGreaterThan(0)
  expect(letGo).toBeGreaterThan(0)
})

/** As if this network, which `begin` counts for the first times, had begun all the reports that it may. One journey at a time. */
async function fillNetwork(begin: () => Promise<void>): Promise<void> {
  await inDatabase(async (client) => {
    await client.query('SELECT pg_advisory_lock(51)')
    const { rows } = await client.query<{ known: Buffer }>('SELECT bucket_hash AS known FROM throttle')
    await begin()
    const filled = await client.query(
      'UPDATE throttle SET count = 1000 WHERE count = $1 AND bucket_hash <> ALL ($2::bytea[])',
      [TIMES, rows.map(({ known }) => known)],
    )
    expect(filled.rowCount).toBe(1)
  })
}

function draftsHeld(): Promise<{ held: number; let_go: number }> {
  return inDatabase(async (client) => {
    const { rows } = await client.query<{ held: number; let_go: number }>(
      `SELECT sum(held)::int AS held, sum(solved + waited)::int AS let_go FROM flow WHERE name = 'draft'`,
    )
    return rows[0] ?? { held: 0, let_go: 0 }
  })
}

async function inDatabase<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: process.env['TEST_OWNER_URL'] })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
