import { beforeEach, expect, test, vi } from 'vitest'

const calls = vi.hoisted(() => ({
  caseId: 'c',
  held: null as unknown,
  kept: [] as unknown[],
  hadSession: true,
  mayGo: true,
}))

vi.mock('next/navigation', () => ({
  redirect: (address: string) => {
    throw new Error(`to ${address}`)
  },
}))
vi.mock('@/lib/access/cookies', () => ({
  readCookie: async () => (calls.held === null ? undefined : 'token'),
  setCookie: async () => undefined,
  clearCookie: async () => undefined,
}))
vi.mock('@/lib/access/door', () => ({
  doorGrant: () => ({}),
  draftGrant: () => ({}),
  hadWorkerSession: async () => calls.hadSession,
  findWorkerGrant: async () => ({ actor: { kind: 'worker', caseId: calls.caseId } }),
}))
vi.mock('@/lib/http/own-network', () => ({ ownNetwork: async () => 'network' }))
vi.mock('@/lib/usecases/abuse/take-turn', () => ({ takeTurn: async () => ({ ok: calls.mayGo }) }))
vi.mock('@/lib/usecases/hold-own-form', () => ({
  findHeldForm: async () => calls.held,
  forgetHeldForm: async () => undefined,
  holdOwnForm: async (_grant: unknown, held: unknown) => {
    calls.kept.push(held)
    return 'token'
  },
}))

const { grantOrAsk, grantOrHold } = await import('@/app/[locale]/(worker)/track/case/own-grant')

beforeEach(() => {
  calls.held = null
  calls.kept = []
  calls.hadSession = true
  calls.mayGo = true
})

test('a press on the page of the own case is passed on', async () => {
  expect(await grantOrHold('message', 'en', { caseId: 'c', text: 'Half' })).toMatchObject({ actor: { caseId: 'c' } })
  expect(await grantOrAsk('en', { caseId: 'c' })).toMatchObject({ actor: { caseId: 'c' } })
  expect(calls.kept).toEqual([])
})

test('what a resting page posts is kept and never sent, although the session lives', async () => {
  await expect(grantOrHold('message', 'en', { caseId: 'c', text: 'Half', rest: '1' })).rejects.toThrow(
    'to /en/track?ended=1',
  )
  expect(calls.kept).toEqual([{ form: 'message', caseId: 'c', values: { caseId: 'c', text: 'Half' } }])
  await expect(grantOrAsk('en', { caseId: 'c', rest: '1' })).rejects.toThrow('to /en/track?ended=1')
})

test('words of several forms of one page are kept together, those of another case are not', async () => {
  calls.held = { form: 'message', caseId: 'c', values: { caseId: 'c', answer: 'Anh Tư' } }
  await expect(grantOrHold('message', 'en', { caseId: 'c', text: 'Half', rest: '1' })).rejects.toThrow('to ')
  expect(calls.kept).toEqual([
    { form: 'message', caseId: 'c', values: { caseId: 'c', answer: 'Anh Tư', text: 'Half' } },
  ])
  calls.kept = []
  calls.held = { form: 'message', caseId: 'other', values: { answer: 'Not mine' } }
  await expect(grantOrHold('message', 'en', { caseId: 'c', text: 'Half', rest: '1' })).rejects.toThrow('to ')
  expect(JSON.stringify(calls.kept)).not.toContain('Not mine')
})

test('whoever never had a session here leaves no more than a draft may: within the turns of a network, and no book', async () => {
  const typed = { caseId: 'c', text: 'Half', rest: '1' }
  calls.hadSession = false
  await expect(grantOrHold('message', 'en', typed)).rejects.toThrow('to ')
  expect(calls.kept).toHaveLength(1)
  calls.mayGo = false
  await expect(grantOrHold('message', 'en', typed)).rejects.toThrow('to ')
  expect(calls.kept).toHaveLength(1)
  calls.hadSession = true
  await expect(grantOrHold('message', 'en', { ...typed, text: 'a'.repeat(300_000) })).rejects.toThrow('to ')
  expect(calls.kept).toHaveLength(1)
  await expect(grantOrHold('message', 'en', typed)).rejects.toThrow('to ')
  expect(calls.kept).toHaveLength(2)
})
