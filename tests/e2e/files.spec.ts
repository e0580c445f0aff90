import sharp from 'sharp'
import { expect, test } from '../support/browser'
import { aPhoto } from '../support/files'
import { answer, choose, press, sendReport } from '../support/report-steps'
import type { Page } from 'playwright/test'

/** Goes as far as the question about words. */
async function toStory(page: Page): Promise<void> {
  await page.goto('/en/report/grievances')
  await choose(page, 'wages_unpaid')
  await answer(page, 'corridor')
  await page.goto('/en/report/story')
}

async function photo() {
  return { name: 'IMG_4711.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() }
}

/** Sends from the check page, comes back with the code, and opens the own files. */
async function ownFiles(page: Page): Promise<void> {
  await page.goto('/en/report/check')
  const { code } = await sendReport(page)
  await press(page, 'I have kept it', /\/track/)
  await page.goto('/en/track')
  await page.locator('#code').fill(code)
  await press(page, 'Open my page', /\/track\/case$/)
  await page.goto('/en/track/case/files')
}

test('a photo goes with the report, and what comes out again says nothing of place or phone', async ({ page }) => {
  await toStory(page)
  await page.locator('#story').fill('They hold my passport. This is the paper.')
  await press(page, 'Add photos or papers', /\/report\/files$/)
  await expect(page.getByText('Up to 20 files, each up to 25 MB')).toBeVisible()
  await page.locator('#file').setInputFiles(await photo())
  const add = page.getByRole('button', { name: 'Add it' })
  // With the script it goes as soon as it is chosen.
  if ((await page.getByText('1 file added').count()) === 0 && (await add.isVisible())) {
    await add.click({ noWaitAfter: true, timeout: 2_000 }).catch(() => undefined)
  }
  await expect(page.getByText('1 file added')).toBeVisible()
  await expect(page.getByText('place removed')).toBeVisible()
  await ownFiles(page)
  const link = page.locator('.file a').first()
  await expect(link).toHaveText('Receipt')
  const answered = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(answered.headers()['content-disposition']).toMatch(/^attachment; filename="receipt-[0-9a-f]{8}\.jpg"$/)
  expect(answered.headers()['x-content-type-options']).toBe('nosniff')
  const kept = await sharp(await answered.body()).metadata()
  expect(kept.exif).toBeUndefined()
  expect(kept.xmp).toBeUndefined()
})

test('a file we cannot make safe is refused with a reason, and nothing else is lost', async ({ page }) => {
  await toStory(page)
  await page.locator('#story').fill('Kept whatever happens to the file.')
  await press(page, 'Add photos or papers', /\/report\/files$/)
  await page.locator('#file').setInputFiles({
    name: 'receipt.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  })
  const add = page.getByRole('button', { name: 'Add it' })
  await add.click({ noWaitAfter: true, timeout: 2_000 }).catch(() => undefined)
  await expect(page.getByText('We cannot read this kind of file').first()).toBeVisible()
  await page.goto('/en/report/check')
  await expect(page.getByText('Kept whatever happens to the file.')).toBeVisible()
})

test('a cut line in the middle of a file: it goes on by itself and arrives once @js', async ({
  page,
  consoleErrors,
}) => {
  await toStory(page)
  await page.locator('#story').fill('A long video.')
  await press(page, 'Add photos or papers', /\/report\/files$/)
  const noise = await sharp({
    create: {
      width: 1400,
      height: 1400,
      channels: 3,
      background: '#888888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer()
  expect(noise.length).toBeGreaterThan(3 * 256 * 1024)
  let pieces = 0
  await page.route('**/chunks/*', async (route) => {
    pieces += 1
    // The second piece arrives, but its answer is lost; the third is not sent at all.
    if (pieces === 2) {
      await route.fetch()
      return route.abort('connectionreset')
    }
    return pieces === 3 ? route.abort('internetdisconnected') : route.continue()
  })
  await page.locator('#file').setInputFiles({ name: 'big.jpg', mimeType: 'image/jpeg', buffer: noise })
  await expect(page.getByText('1 file added')).toBeVisible({ timeout: 60_000 })
  expect(pieces).toBeGreaterThan(3)
  await expect(page.locator('#files .file')).toHaveCount(1)
  consoleErrors.splice(0)
})

test('who does not write can speak: record, hear, again, keep, and send it as the story @js', async ({ page }) => {
  await toStory(page)
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(page.getByRole('timer')).toContainText('Recording: 0:01')
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.locator('audio')).toBeVisible()
  await page.getByRole('button', { name: 'Record again' }).click()
  await expect(page.getByRole('timer')).toContainText('Recording: 0:01')
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('button', { name: 'Keep this' }).click()
  await expect(page.getByText('Your voice is kept with your answers.')).toBeVisible()
  await page.goto('/en/report/check')
  await expect(page.getByText('One thing is missing')).toHaveCount(0)
  await ownFiles(page)
  await expect(page.locator('.file')).toContainText('Your voice')
})

test('a file that is taken back is gone, from the report and from the case', async ({ page }) => {
  await toStory(page)
  await page.locator('#story').fill('With a photo, then without.')
  await press(page, 'Add photos or papers', /\/report\/files$/)
  await page.locator('#file').setInputFiles(await photo())
  await page
    .getByRole('button', { name: 'Add it' })
    .click({ noWaitAfter: true, timeout: 2_000 })
    .catch(() => undefined)
  await expect(page.getByText('1 file added')).toBeVisible()
  await page.getByRole('button', { name: /^Remove/ }).click()
  await expect(page.getByText('It is removed.')).toBeVisible()
  await expect(page.getByText('Nothing added yet.')).toBeVisible()
})

test('a message to the office can be spoken, and stands in the thread @js', async ({ page }) => {
  await toStory(page)
  await page.locator('#story').fill('I will say more by voice.')
  await answer(page, 'contact')
  await ownFiles(page)
  await page.goto('/en/track/case')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('Write some words first.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(page.getByRole('timer')).toContainText('Recording: 0:01')
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('button', { name: 'Keep this' }).click()
  await expect(page.getByText('Your voice is kept with your answers.')).toBeVisible()
  await press(page, /^Send$/, /sent=1$/)
  await expect(page.getByText('(voice message)')).toBeVisible()
})
