import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

/** The store of a phone without a browser: one map, and what is written is copied as a browser does. */
const kept = new Map<string, unknown>()
vi.mock('@/lib/phone/offline/store', () => ({
  read: (part: string, name: string) => Promise.resolve(kept.get(part + name)),
  write: (part: string, name: string, value: unknown) => Promise.resolve(void kept.set(part + name, value)),
  writeOnce: (part: string, name: string, value: unknown) => {
    if (!kept.has(part + name)) kept.set(part + name, value)
    return Promise.resolve(kept.get(part + name))
  },
  remove: (part: string, name: string) => Promise.resolve(void kept.delete(part + name)),
  readAll: (part: string) =>
    Promise.resolve([...kept].filter(([key]) => key.startsWith(part)).map(([, value]) => value)),
}))

const { keptDraft, KEPT_DAYS, PIN_TRIES } = await import('@/lib/phone/offline/pin-lock')
const { isPin, openSeal } = await import('@/lib/phone/offline/pin-seal')

const WORDS = 'Họ giữ hộ chiếu của tôi'

beforeEach(() => {
  kept.clear()
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => void vi.useRealTimers())

const later = (ms: number) => vi.setSystemTime(Date.now() + ms)
const everythingKept = () =>
  JSON.stringify([...kept.values()], (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  )

describe('answers kept on the phone', () => {
  test('open with the PIN and are nowhere as they were written', async () => {
    await keptDraft.save(await openSeal('4711'), WORDS)
    expect(everythingKept()).not.toContain('chi')
    expect(everythingKept()).not.toContain('4711')
    expect(await keptDraft.unlock('4711')).toMatchObject({ state: 'open', text: WORDS })
  })

  test('need this phone as well as the PIN', async () => {
    await keptDraft.save(await openSeal('4711'), WORDS)
    const key = kept.get('kd')
    expect((key as CryptoKey).extractable).toBe(false)
    kept.delete('kd')
    expect(await keptDraft.unlock('4711')).toMatchObject({ state: 'wrong' })
  })

  test('a wrong PIN is slower each time, is counted before it is tried, and the fifth deletes them', async () => {
    await keptDraft.save(await openSeal('4711'), WORDS)
    const waits: number[] = []
    for (let left = PIN_TRIES - 1; left > 0; left -= 1) {
      const tried = await keptDraft.unlock('0000')
      expect(tried).toMatchObject({ state: 'wrong', left, isTooSoon: false })
      if (tried.state !== 'wrong') throw new Error('it opened')
      expect(await keptDraft.unlock('4711')).toMatchObject({ state: 'wrong', left, isTooSoon: true })
      waits.push(tried.waitMs)
      later(tried.waitMs)
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(new Set(waits).size).toBe(waits.length)
    expect(await keptDraft.unlock('0000')).toEqual({ state: 'gone' })
    expect(await keptDraft.isKept()).toBe(false)
    expect(await keptDraft.unlock('4711')).toEqual({ state: 'gone' })
    // Each try is 300,000 rounds: a busy machine takes seconds for one.
  }, 90_000)

  test('the right PIN forgets the wrong ones', async () => {
    await keptDraft.save(await openSeal('4711'), WORDS)
    await keptDraft.unlock('0000')
    later(60_000)
    expect(await keptDraft.unlock('4711')).toMatchObject({ state: 'open' })
    expect(await keptDraft.unlock('0000')).toMatchObject({ left: PIN_TRIES - 1 })
  })

  test('go after thirty days without a change, and each change counts anew', async () => {
    const seal = await openSeal('471100')
    await keptDraft.save(seal, WORDS)
    later((KEPT_DAYS - 1) * 86_400_000)
    await keptDraft.save(seal, WORDS)
    later((KEPT_DAYS - 1) * 86_400_000)
    expect(await keptDraft.isKept()).toBe(true)
    later(2 * 86_400_000)
    expect(await keptDraft.isKept()).toBe(false)
    expect(kept.has('dd')).toBe(false)
  })

  test('a PIN has four to six digits', () => {
    expect(['4711', '47110', '471100'].every(isPin)).toBe(true)
    expect(['', '471', '4711000', '47a1', ' 4711', '４７１１'].some(isPin)).toBe(false)
  })
})
