import { beforeEach, expect, test } from 'vitest'
import { countRequest, requestCounts } from '@/lib/platform/request-counts'

beforeEach(() => {
  globalThis.fairPassageRequests = undefined
})

const ANSWER = { route: '/x', method: 'GET', status: '2xx', seconds: 0.2, isInTens: false }

test('answers are counted by their names, with how long they took', () => {
  countRequest(ANSWER)
  countRequest({ ...ANSWER, seconds: 40 })
  countRequest({ ...ANSWER, status: '5xx' })
  const [fine, failed] = requestCounts()
  expect(fine).toMatchObject({ route: '/x', method: 'GET', status: '2xx', count: 2, seconds: 40.2 })
  expect(fine?.classes).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 1])
  expect(failed?.count).toBe(1)
})

test('what is told ten at a time says nothing of one', () => {
  const said = new Set<string>()
  for (let index = 0; index < 25; index += 1) {
    countRequest({ ...ANSWER, isInTens: true })
    said.add(JSON.stringify(requestCounts()))
  }
  expect(requestCounts()[0]?.count).toBe(20)
  expect(said.size).toBe(3)
})
