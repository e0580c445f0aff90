import { expect, test } from 'vitest'
import { inTurn } from '@/lib/files/turns'

test('two at once, twenty wait, the next is sent away and may come again', async () => {
  let running = 0
  let most = 0
  let release: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (release = resolve))
  const work = async () => {
    running += 1
    most = Math.max(most, running)
    await gate
    running -= 1
    return 'done'
  }
  const taken = Array.from({ length: 22 }, () => inTurn(work))
  await expect(inTurn(work)).rejects.toMatchObject({ code: 'busy' })
  release()
  expect(await Promise.all(taken)).toEqual(taken.map(() => 'done'))
  expect(most).toBe(2)
  expect(await inTurn(work)).toBe('done')
})

test('one that holds its bytes while it waits has fewer places', async () => {
  let release: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (release = resolve))
  const taken = Array.from({ length: 6 }, () => inTurn(() => gate))
  await expect(inTurn(() => gate, 4)).rejects.toMatchObject({ code: 'busy' })
  release()
  await Promise.all(taken)
})
