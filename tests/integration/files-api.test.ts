import { beforeAll, describe, expect, test, vi } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { withClock } from '@/lib/platform/clock'
import { FLOW_LIMITS } from '@/lib/domain/flow-limits'
import { POST as addByForm } from '@/app/[locale]/(worker)/files/route'
import { DELETE as remove, GET as look } from '@/app/api/v1/files/[id]/route'
import { PUT as putPiece } from '@/app/api/v1/files/[id]/chunks/[index]/route'
import { POST as finish } from '@/app/api/v1/files/[id]/finish/route'
import { GET as list, POST as begin } from '@/app/api/v1/files/route'
import { anOffice } from '../support/builders'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { aDraftHolder, aStore } from '../support/draft-files'
import { aPhoto, aScriptedPdf } from '../support/files'

// The routes as functions, with the cookies and headers of one browser.
const browser = vi.hoisted(() => ({ draft: '' as string | undefined, network: '' }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (name === 'draft' && browser.draft ? { value: browser.draft } : undefined),
  }),
  headers: async () => new Headers({ 'x-forwarded-for': browser.network }),
}))

const store = aStore()
const ORIGIN = 'http://localhost:3000'

beforeAll(async () => {
  await emptyDatabase()
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
})

function asked(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request(`${ORIGIN}${path}`, {
    method,
    headers: { host: 'localhost:3000', 'sec-fetch-site': 'same-origin', ...headers },
    ...(body === undefined ? {} : { body }),
  })
}

const of = <T>(params: T) => ({ params: Promise.resolve(params) })
const announce = (change: object = {}, headers = {}) =>
  begin(
    asked(
      'POST',
      '/api/v1/files',
      JSON.stringify({ for: 'draft', purpose: 'receipt', name: 'IMG_1.jpg', bytes: 100, keepDate: false, ...change }),
      headers,
    ),
    of({}),
  )

async function said(answer: Response): Promise<[number, Record<string, unknown>]> {
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return [answer.status, answer.status === 204 ? {} : ((await answer.json()) as Record<string, unknown>)]
}

/** What a phone sends along with everything about one file. */
const carried = (begun: Record<string, unknown>) => ({ authorization: `File ${String(begun['pass'])}` })

async function useNewDraft(): Promise<void> {
  browser.draft = (await aDraftHolder()).token
}

describe('the API for files', () => {
  test('takes a file from the announcement to the end, and takes it back', async () => {
    await useNewDraft()
    const photo = await aPhoto()
    const [status, begun] = await said(await announce({ bytes: photo.length }))
    expect([status, begun]).toMatchObject([
      201,
      { state: 'receiving', received: [], chunkBytes: 262_144, bytes: photo.length },
    ])
    const id = String(begun['id'])
    const pass = carried(begun)
    const put = async (index: string, bytes: Buffer) =>
      said(await putPiece(asked('PUT', `/x`, new Uint8Array(bytes), pass), of({ id, index })))
    expect(await put('0', photo.subarray(1))).toMatchObject([422, { code: 'wrong_length' }])
    expect(await said(await finish(asked('POST', '/x', undefined, pass), of({ id })))).toMatchObject([
      422,
      { code: 'wrong_length', received: [] },
    ])
    expect(await put('0', photo)).toEqual([200, { received: [0] }])
    expect(await put('0', photo)).toEqual([200, { received: [0] }])
    expect(await put('x', photo)).toMatchObject([404, { code: 'not_here' }])
    const done = await said(await finish(asked('POST', '/x', undefined, pass), of({ id })))
    expect(done).toMatchObject([200, { id, state: 'ready', format: 'jpeg', received: [] }])
    expect(done[1]['removed']).toContain('location')
    expect(await said(await finish(asked('POST', '/x', undefined, pass), of({ id })))).toEqual(done)
    expect(await said(await look(asked('GET', '/x', undefined, pass), of({ id })))).toEqual(done)
    expect(await said(await list(asked('GET', '/api/v1/files?for=draft'), of({})))).toMatchObject([
      200,
      { files: [done[1]] },
    ])
    expect((await said(await remove(asked('DELETE', '/x', undefined, pass), of({ id }))))[0]).toBe(204)
    expect((await said(await remove(asked('DELETE', '/x', undefined, pass), of({ id }))))[0]).toBe(204)
    expect(await said(await look(asked('GET', '/x', undefined, pass), of({ id })))).toMatchObject([
      404,
      { code: 'not_here' },
    ])
    expect(await store.objects()).toEqual([])
  })

  test('says no in problem documents', async () => {
    await useNewDraft()
    const answer = await announce({ bytes: 26 * 1024 * 1024 })
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await said(answer)).toMatchObject([413, { code: 'too_large', status: 413 }])
    expect(await said(await announce({ purpose: 'passport' }))).toMatchObject([400, { code: 'unreadable' }])
    expect(await said(await announce({}, { 'sec-fetch-site': 'cross-site' }))).toMatchObject([
      403,
      { code: 'elsewhere' },
    ])
    for (let index = 0; index < 20; index += 1) expect((await announce()).status).toBe(201)
    expect(await said(await announce())).toMatchObject([409, { code: 'too_many' }])
    expect(await said(await announce({ for: 'case' }))).toMatchObject([404, { code: 'not_here' }])
    expect(await said(await list(asked('GET', '/api/v1/files'), of({})))).toMatchObject([400, { code: 'unreadable' }])
  })

  test('says when the disk is full, and when to come again', async () => {
    await useNewDraft()
    const photo = await aPhoto()
    const [, begun] = await said(await announce({ bytes: photo.length }))
    store.isFull = true
    const full = await putPiece(
      asked('PUT', '/x', new Uint8Array(photo), carried(begun)),
      of({ id: String(begun['id']), index: '0' }),
    )
    store.isFull = false
    expect(full.headers.get('retry-after')).toBe('60')
    expect(await said(full)).toMatchObject([507, { code: 'no_space' }])
  })

  test('a file goes by its pass and by nothing else', async () => {
    await useNewDraft()
    const photo = await aPhoto()
    const [, begun] = await said(await announce({ bytes: photo.length }))
    const [, second] = await said(await announce({ bytes: photo.length }))
    const id = String(begun['id'])
    const attempt = async (headers: Record<string, string>) => [
      (await look(asked('GET', '/x', undefined, headers), of({ id }))).status,
      (await finish(asked('POST', '/x', undefined, headers), of({ id }))).status,
      (await putPiece(asked('PUT', '/x', new Uint8Array(photo), headers), of({ id, index: '0' }))).status,
      (await remove(asked('DELETE', '/x', undefined, headers), of({ id }))).status,
    ]
    const nothing = [404, 404, 404, 404]
    // The cookie of the draft comes along with all of these.
    expect(await attempt({})).toEqual(nothing)
    expect(await attempt(carried(second)), 'of another file').toEqual(nothing)
    expect(await attempt({ authorization: 'File x' })).toEqual(nothing)
    const { authorization } = carried(begun)
    const changed = authorization.slice(0, -4) + (authorization.endsWith('AAAA') ? 'BBBB' : 'AAAA')
    expect(await attempt({ authorization: changed })).toEqual(nothing)
    const nextDay = new Date(Date.now() + 25 * 3_600_000)
    expect(
      await withClock(
        () => nextDay,
        () => attempt(carried(begun)),
      ),
      'the next day',
    ).toEqual(nothing)
    const draft = String(browser.draft)
    browser.draft = undefined
    expect(authorization).not.toContain(draft)
    expect(Buffer.from(authorization.slice(5), 'base64url').toString('latin1')).not.toContain(draft)
    expect(await said(await announce())).toMatchObject([404, { code: 'not_here' }])
    const put = await putPiece(asked('PUT', '/x', new Uint8Array(photo), carried(begun)), of({ id, index: '0' }))
    expect([put.status, await put.json()]).toEqual([200, { received: [0] }])
  })

  test('says when a network began too many, and when to come again', async () => {
    await useNewDraft()
    browser.network = '203.0.113.9'
    // Where no proxy of ours says who asks, networks cannot be told apart: the limit of all together holds.
    await announce()
    await ownerPool().query(`UPDATE flow SET passed = $1 WHERE name = 'file'`, [FLOW_LIMITS.file.whole])
    const answer = await announce()
    expect(answer.headers.get('retry-after')).toBe('900')
    expect(await said(answer)).toMatchObject([429, { code: 'unavailable' }])
    await ownerPool().query('DELETE FROM flow')
    expect((await announce()).status).toBe(201)
  })

  test('shows and removes nothing while the draft rests', async () => {
    await useNewDraft()
    const [, begun] = await said(await announce())
    const id = String(begun['id'])
    await ownerPool().query(`UPDATE draft SET last_seen_at = now() - interval '11 minutes'`)
    expect(await said(await list(asked('GET', '/api/v1/files?for=draft'), of({})))).toMatchObject([
      404,
      { code: 'not_here' },
    ])
    expect((await said(await look(asked('GET', '/x', undefined, carried(begun)), of({ id }))))[1]).not.toHaveProperty(
      'name',
    )
    expect(await said(await remove(asked('DELETE', '/x', undefined, carried(begun)), of({ id })))).toMatchObject([
      404,
      { code: 'not_here' },
    ])
  })
})

describe('the form without scripts', () => {
  async function post(fields: Record<string, string | File>, headers = {}): Promise<string | null> {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.set(name, value)
    const answer = await addByForm(asked('POST', '/vi/files', data, headers), of({ locale: 'vi' }))
    expect(answer.status).toBe(303)
    return answer.headers.get('location')
  }
  const form = { for: 'draft', purpose: 'receipt', next: '/vi/report/files?x=1' }
  const fileOf = (bytes: Buffer) => new File([new Uint8Array(bytes)], 'ảnh.jpg', { type: 'image/svg+xml' })

  test('goes back to where it stood with what became of the file', async () => {
    await useNewDraft()
    expect(await post({ ...form, file: fileOf(await aPhoto()) })).toBe('/vi/report/files?x=1&file=ready#files')
    expect(await post({ ...form, file: fileOf(await aScriptedPdf()) })).toBe(
      '/vi/report/files?x=1&file=active_content#files',
    )
    expect(await post({ ...form, file: fileOf(Buffer.alloc(0)) })).toBe('/vi/report/files?x=1&file=missing#files')
    store.isFull = true
    expect(await post({ ...form, file: fileOf(await aPhoto()) })).toBe('/vi/report/files?x=1&file=no_space#files')
    store.isFull = false
    const [, { files }] = await said(await list(asked('GET', '/api/v1/files?for=draft'), of({})))
    expect(files).toMatchObject([{ state: 'ready', name: 'ảnh.jpg' }, { state: 'refused' }])
  })

  test('goes nowhere else, and takes nothing from elsewhere', async () => {
    await useNewDraft()
    expect(await post({ ...form, next: 'https://elsewhere.example/', file: fileOf(await aPhoto()) })).toBe(
      '/vi?file=ready#files',
    )
    expect(await post({ ...form, file: fileOf(await aPhoto()) }, { 'sec-fetch-site': 'cross-site' })).toBe(
      '/vi?file=not_here#files',
    )
    const [, { files }] = await said(await list(asked('GET', '/api/v1/files?for=draft'), of({})))
    expect(files).toHaveLength(1)
  })
})
