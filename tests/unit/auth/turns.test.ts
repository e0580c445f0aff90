import { describe, expect, test } from 'vitest'
import { inTurn } from '@/lib/auth/turns'

/** Work that goes on until it is let go. */
function held() {
  let letGo = () => undefined as void
  const until = new Promise<void>((resolve) => (letGo = resolve))
  return { work: () => until.then(() => 'done'), letGo: () => letGo() }
}

describe('tries wait for their turn', () => {
  test('one network, however many accounts it makes up, leaves room for everybody else', async () => {
    const { work, letGo } = held()
    const flood = Array.from({ length: 400 }, (_, one) => inTurn(`nobody-${one}@example.org loud`, 'loud', work))
    expect(await inTurn('hanh@example.org quiet', 'quiet', async () => 'in')).toBe('in')
    letGo()
    const ended = await Promise.all(flood)
    expect(ended.filter((one) => one === 'done').length).toBeLessThan(100)
    expect(ended).toContain(null)
    expect(await inTurn('nobody@example.org loud', 'loud', async () => 'in')).toBe('in')
  })

  test('where networks cannot be told apart, no more wait on one account than on another', async () => {
    const { work, letGo } = held()
    const flood = Array.from({ length: 100 }, () => inTurn('nobody@example.org', '', work))
    expect(await inTurn('hanh@example.org', '', async () => 'in')).toBe('in')
    letGo()
    expect((await Promise.all(flood)).filter((one) => one === 'done')).toHaveLength(8)
  })

  test('one after the other on one account, also after one that failed', async () => {
    const order: number[] = []
    const failed = inTurn('a', 'n', async () => {
      order.push(1)
      throw new Error('no')
    })
    const next = inTurn('a', 'n', async () => order.push(2))
    await expect(failed).rejects.toThrow('no')
    await next
    expect(order).toEqual([1, 2])
  })
})
