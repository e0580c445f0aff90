import { beforeEach, expect, test, vi } from 'vitest'
import { requireGrant } from '@/lib/access/door'
import { writeSession } from '@/lib/auth/session'
import { defineRoute } from '@/lib/http/define-route'
import { log } from '@/lib/platform/logger'
import { refusalCounts } from '@/lib/platform/refusal-counts'
import { aStaffMember, anOffice } from '../support/builders'
import { jar } from '../support/matrix/doors/jar'
import { openSession } from '../support/staff-accounts'

vi.mock('next/headers', async () => {
  const { headersOfBrowser } = await import('../support/matrix/doors/browser')
  return { ...headersOfBrowser, headers: async () => new Headers({ 'x-route': '/[locale]/settings/system' }) }
})
vi.mock('@/lib/platform/logger', async (original) => ({ ...(await original<object>()), log: vi.fn<typeof log>() }))

const LINE = {
  event: 'access_refused',
  permission: 'system.read',
  role: 'caseworker',
  route: '/[locale]/settings/system',
}

beforeEach(() => {
  jar.clear()
  vi.mocked(log).mockClear()
  globalThis.fairPassageRefusals = undefined
})

const asked = () => requireGrant('system.read', { locale: 'en', returnTo: '/en/settings/system' })

test('staff without the right leave one line and a count, of the right, the role and the route', async () => {
  const officer = await aStaffMember(await anOffice('refused'), 'caseworker')
  await writeSession(await openSession(officer.id))
  await expect(asked()).rejects.toThrow('NEXT_REDIRECT')
  const route = defineRoute({ permission: 'system.read' }, async () => new Response('never'))
  const answer = await route(new Request('http://localhost:3000/api'), { params: Promise.resolve({}) })
  expect(answer.status).toBe(404)
  expect(vi.mocked(log).mock.calls).toEqual([
    ['warn', LINE],
    ['warn', LINE],
  ])
  expect(refusalCounts()).toEqual([
    { labels: { what: 'access', permission: 'system.read', role: 'caseworker' }, count: 2 },
  ])
})

test('who is not signed in, and who may, leave nothing', async () => {
  await expect(asked()).rejects.toThrow('NEXT_REDIRECT')
  const administrator = await aStaffMember(await anOffice('allowed'), 'administrator')
  await writeSession(await openSession(administrator.id))
  expect((await asked()).permission).toBe('system.read')
  expect(log).not.toHaveBeenCalled()
  expect(refusalCounts()).toEqual([])
})
