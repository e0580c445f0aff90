import { beforeEach, describe, expect, test, vi } from 'vitest'

/** The store of a phone without a browser: one map for all parts. */
const kept = new Map<string, unknown>()
vi.mock('@/lib/phone/offline/store', () => ({
  STORE: 'app',
  hasStore: () => Promise.resolve(kept.size > 0),
  read: (part: string, name: string) => Promise.resolve(kept.get(part + name)),
  readAll: (part: string) =>
    Promise.resolve([...kept].filter(([key]) => key.startsWith(part)).map(([, value]) => value)),
  write: (part: string, name: string, value: unknown) => Promise.resolve(void kept.set(part + name, value)),
  writeOnce: (part: string, name: string, value: unknown) => {
    if (!kept.has(part + name)) kept.set(part + name, value)
    return Promise.resolve(kept.get(part + name))
  },
  change: (part: string, name: string, news: (known: unknown) => unknown) => {
    if (kept.has(part + name)) kept.set(part + name, news(kept.get(part + name)))
    return Promise.resolve()
  },
  remove: (part: string, name: string) => Promise.resolve(void kept.delete(part + name)),
}))

const { openSeal } = await import('@/lib/phone/offline/pin-seal')
const { sendWaiting } = await import('@/lib/phone/offline/send-waiting')
const { addWaiting, changeWaiting, listWaiting, noteOpened, tokenLock, tokenOf } =
  await import('@/lib/phone/offline/waiting')
const { wipeDevice } = await import('@/lib/phone/wipe')

const SEALED = { locale: 'vi', keyId: '0123456789abcdef', box: 'sealed', token: 'what-opens-the-receipt' }

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('indexedDB', {
    deleteDatabase: () => {
      kept.clear()
      const request = { onsuccess: () => undefined }
      queueMicrotask(() => request.onsuccess())
      return request
    },
  })
})

async function theOne() {
  const [waiting, ...others] = await listWaiting()
  if (waiting === undefined || others.length > 0) throw new Error('not one')
  return waiting
}

const leave = () => wipeDevice({ keepWaiting: true })

describe('Leave', () => {
  test('takes the way to the receipt along, unless it lies behind a PIN; the report waits on', async () => {
    await addWaiting(SEALED, true, null)
    expect(await tokenOf(await theOne())).toBe(SEALED.token)
    expect(await leave()).toBe(true)
    const left = await theOne()
    expect(left).toMatchObject({ state: 'waiting', box: SEALED.box })
    expect(await tokenOf(left)).toBeNull()
    expect(await tokenLock(left.id).isKept()).toBe(false)
  })

  test('leaves behind a PIN what only the PIN opens', async () => {
    await addWaiting(SEALED, true, await openSeal('4711'))
    expect(await leave()).toBe(true)
    const { id } = await theOne()
    expect(await tokenLock(id).unlock('4711')).toMatchObject({ state: 'open', text: SEALED.token })
  })

  test('takes a report along that was sent or refused, even one that was to wait', async () => {
    for (const state of ['sent', 'refused'] as const) {
      await addWaiting(SEALED, true, await openSeal('4711'))
      await changeWaiting((await theOne()).id, { state, sentAt: Date.now(), box: null })
      expect(await leave()).toBe(false)
      expect(kept.size).toBe(0)
    }
  })

  test('takes along what was sent or may not stay, beside one that may', async () => {
    await addWaiting(SEALED, true, await openSeal('4711'))
    await changeWaiting((await theOne()).id, { state: 'sent', box: null })
    await addWaiting({ ...SEALED, box: 'goes' }, false, null)
    await addWaiting({ ...SEALED, box: 'stays' }, true, null)
    expect(await leave()).toBe(true)
    expect(await theOne()).toMatchObject({ box: 'stays', token: null })
    expect([...kept.keys()].filter((key) => key.startsWith('d'))).toEqual([])
  })

  test('is not undone by a sending that ends after it', async () => {
    await addWaiting(SEALED, true, null)
    const { id } = await theOne()
    await leave()
    await changeWaiting(id, { state: 'sent', sentAt: Date.now(), box: null })
    expect(await theOne()).toMatchObject({ state: 'sent', token: null })
  })
})

describe('what the server answers', () => {
  const answers = (status: number, body: unknown) =>
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })))

  test.each([
    [422, { code: 'key_unknown' }, 'waiting'],
    [429, { code: 'slow_down' }, 'waiting'],
    [500, { code: 'unexpected' }, 'waiting'],
    [200, { some: 'portal' }, 'waiting'],
    [400, { code: 'unreadable' }, 'refused'],
    [422, { code: 'not_submittable' }, 'refused'],
    [200, { state: 'received' }, 'sent'],
  ])('%i %j: %s', async (status, body, state) => {
    await addWaiting(SEALED, false, null)
    answers(status, body)
    expect(await sendWaiting()).toBe(state !== 'waiting')
    expect((await theOne()).state).toBe(state)
  })

  test('a report that another server did not know goes through with the right one', async () => {
    await addWaiting(SEALED, false, null)
    answers(422, { code: 'key_unknown' })
    await sendWaiting()
    answers(200, { state: 'received' })
    await sendWaiting()
    expect(await theOne()).toMatchObject({ state: 'sent', box: null })
  })
})

test('only the receipt that is shown can be kept', async () => {
  await addWaiting({ ...SEALED, box: 'first' }, false, null)
  await addWaiting({ ...SEALED, box: 'second' }, false, null)
  const [first, second] = await listWaiting()
  await noteOpened(first?.id ?? '')
  await noteOpened(second?.id ?? '')
  expect((await listWaiting()).map(({ isOpened }) => isOpened)).toEqual([false, true])
})
