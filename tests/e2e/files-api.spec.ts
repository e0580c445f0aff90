import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { checkAccessibility, expect, test } from '../support/browser'
import { aScriptedPdf } from '../support/files'
import { answer, choose, press, sendReport } from '../support/report-steps'
import { account, signIn } from '../support/staff-steps'

const CHUNK = 262_144

/** A photo of several pieces, with the place it was taken. */
async function aLargePhoto(): Promise<Buffer> {
  const side = 600
  return sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .withExif({ IFD0: { Make: 'Phone-of-somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 40/1 52/1' } })
    .jpeg({ quality: 97 })
    .toBuffer()
}

test('a file comes in pieces over HTTP, goes with the report, and the officer saves it @no-js', async ({
  page,
  browser,
}) => {
  const { request } = page.context()
  await page.goto('/en')
  const origin = new URL(page.url()).origin
  const headers = { origin }
  const announced = { for: 'draft', purpose: 'receipt', name: 'IMG_1.jpg', keepDate: false }
  const photo = await aLargePhoto()
  const begin = (bytes: number, more: object = {}) =>
    request.post('/api/v1/files', { headers: { ...headers, ...more }, data: { ...announced, bytes } })

  await test.step('without a report there is nothing to add to', async () => {
    expect((await begin(photo.length)).status()).toBe(404)
    expect((await request.get('/api/v1/files?for=case')).status()).toBe(404)
  })

  await page.goto('/en/report/grievances')
  await choose(page, 'wages_unpaid')
  await answer(page, 'corridor')
  await answer(page, 'scheme', () => choose(page, 'VN'))

  const { id, pass } = await test.step('it is announced', async () => {
    expect((await begin(26 * 1024 * 1024 + 1)).status()).toBe(413)
    expect((await begin(photo.length, { origin: 'https://elsewhere.example' })).status()).toBe(403)
    const begun = await begin(photo.length)
    expect(begun.status()).toBe(201)
    expect(begun.headers()['cache-control']).toContain('no-store')
    return (await begun.json()) as { id: string; pass: string }
  })

  const carried = { ...headers, authorization: `File ${pass}` }
  await test.step('its pieces come in any order, and it is finished twice', async () => {
    const put = (index: number) =>
      request.put(`/api/v1/files/${id}/chunks/${index}`, {
        headers: { ...carried, 'content-type': 'application/octet-stream' },
        data: photo.subarray(index * CHUNK, (index + 1) * CHUNK),
      })
    const last = Math.ceil(photo.length / CHUNK) - 1
    expect(last).toBeGreaterThan(0)
    const finish = () => request.post(`/api/v1/files/${id}/finish`, { headers: carried })
    for (let index = last; index > 0; index -= 1) expect((await put(index)).status()).toBe(200)
    const early = await finish()
    expect([early.status(), (await early.json()).code]).toEqual([422, 'wrong_length'])
    expect((await put(last)).status()).toBe(200)
    expect((await put(0)).status()).toBe(200)
    for (const finished of [await finish(), await finish()]) {
      expect(await finished.json()).toMatchObject({
        id,
        state: 'ready',
        format: 'jpeg',
        removed: ['location', 'device'],
      })
    }
  })

  await test.step('the form without scripts goes back to where it stood, with what became of the file', async () => {
    const post = (name: string, buffer: Buffer) =>
      request.post('/en/files', {
        headers,
        maxRedirects: 0,
        multipart: {
          for: 'draft',
          purpose: 'contract',
          next: '/en/report/story',
          file: { name, mimeType: 'image/jpeg', buffer },
        },
      })
    const refused = await post('a.jpg', await aScriptedPdf())
    expect([refused.status(), refused.headers()['location']]).toEqual([
      303,
      '/en/report/story?file=active_content#files',
    ])
    const large = await post('b.jpg', photo)
    expect(large.headers()['location']).toBe('/en/report/story?file=ready#files')
    const files = (await (await request.get('/api/v1/files?for=draft')).json()) as { files: { state: string }[] }
    expect(files.files.map(({ state }) => state)).toEqual(['ready', 'refused', 'ready'])
  })

  await page.goto('/en/report/story')
  await page.locator('#story').fill('This is the receipt.')
  await page.getByRole('button', { name: /^Continue/ }).click()
  await page.goto('/en/report/check')
  const { number } = await sendReport(page)
  await press(page, 'I have kept it', /\/track/)
  expect((await request.get(`/api/v1/files/${id}`, { headers: carried })).status()).toBe(404)

  await test.step('the office of the case saves it, another office does not find it', async () => {
    const context = await browser.newContext()
    const staff = await context.newPage()
    await signIn(staff, account('caseworker', 'minato_helpdesk'))
    await staff.goto(`/en/cases/${number}`)
    const files = staff.locator('#files')
    await expect(files.getByText('Taken out before keeping: place and phone or program').first()).toBeVisible()
    await checkAccessibility(staff)
    const href = (await files.getByRole('link', { name: 'Save IMG_1.jpg' }).getAttribute('href')) ?? ''
    const saved = await context.request.get(href)
    expect(saved.headers()['content-disposition']).toMatch(/^attachment; filename="receipt-[0-9a-f]{8}\.jpg"$/)
    expect(saved.headers()['content-type']).toBe('image/jpeg')
    expect(saved.headers()['content-security-policy']).toContain('sandbox')
    expect(saved.headers()['cache-control']).toContain('no-store')
    expect((await sharp(await saved.body()).metadata()).exif).toBeUndefined()
    await staff.reload()
    await expect(staff.locator('#history').getByText('Saved a file')).toBeVisible()
    await context.close()
    const other = await browser.newContext()
    const stranger = await other.newPage()
    await signIn(stranger, account('caseworker', 'sakura_union'))
    expect((await other.request.get(href)).headers()['content-disposition']).toBeUndefined()
    await other.close()
  })
})
