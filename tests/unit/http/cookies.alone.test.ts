import { globSync, readFileSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'

const jar = vi.hoisted(() => ({ host: 'us.example', set: [] as unknown[][], values: {} as Record<string, string> }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    set: (...given: unknown[]) => jar.set.push(given),
    get: (name: string) => (name in jar.values ? { value: jar.values[name] } : undefined),
  }),
  headers: async () => new Headers({ host: jar.host }),
}))

const ONION = `${'b'.repeat(56)}.onion`
const KEY = Buffer.alloc(32, 1).toString('base64')

/** The module as it is with these settings. */
async function cookiesWith(settings: Record<string, string>) {
  vi.resetModules()
  vi.unstubAllEnvs()
  const all = { APP_DATABASE_URL: 'postgresql://a@b/c', AUTH_SECRET: 'x'.repeat(32), ENCRYPTION_KEY: KEY, ...settings }
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value)
  return import('@/lib/access/cookies')
}

beforeEach(() => {
  jar.set.length = 0
  jar.host = 'us.example'
})

const NAMES = ['draft', 'receipt', 'track', 'held', 'filing', 'kiosk', 'session', 'office'] as const

test.each(NAMES)('%s is bound to the host, unseen by scripts and not carried by posts of others', async (name) => {
  const { setCookie, clearCookie } = await cookiesWith({ PUBLIC_URL: 'https://us.example' })
  await setCookie(name, 'x', 60)
  await clearCookie(name)
  for (const [set, , options] of jar.set) {
    expect(set).toBe(`__Host-${name}`)
    expect(options).toMatchObject({ httpOnly: true, secure: true, path: '/' })
    expect(options).not.toHaveProperty('domain')
    expect(options).toHaveProperty('sameSite', ['session', 'draft', 'office'].includes(name) ? 'lax' : 'strict')
  }
})

test('over http on an onion the cookie is a plain one, beside the https address whose are bound', async () => {
  const { setCookie, readCookie } = await cookiesWith({
    PUBLIC_URL: 'https://us.example',
    ONION_URL: `http://${ONION}`,
  })
  jar.host = ONION
  await setCookie('draft', 'x')
  jar.host = 'us.example'
  await setCookie('draft', 'x')
  jar.host = 'made-up.example'
  await setCookie('draft', 'x')
  expect(jar.set.map(([name, , options]) => [name, (options as { secure: boolean }).secure])).toEqual([
    ['draft', false],
    ['__Host-draft', true],
    ['__Host-draft', true],
  ])
  jar.values = { '__Host-draft': 'https', draft: 'onion' }
  expect(await readCookie('draft')).toBe('https')
  jar.host = ONION
  expect(await readCookie('draft')).toBe('onion')
})

test('an installation that is only an onion', async () => {
  const { setCookie } = await cookiesWith({ PUBLIC_URL: `http://${ONION}` })
  await setCookie('track', 'x')
  expect(jar.set).toEqual([['track', 'x', { httpOnly: true, sameSite: 'strict', secure: false, path: '/' }]])
})

test('no cookie of ours is set past this one place', () => {
  const files = globSync(['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.{ts,tsx}', 'proxy.ts'])
  const others = files.filter((file) => {
    if (file === 'lib/access/cookies.ts' || file.startsWith('lib/commands/')) return false
    return /\bcookies\(\)|cookies\.set\(|['"]set-cookie['"]|document\.cookie|cookieStore/iu.test(
      readFileSync(file, 'utf8'),
    )
  })
  expect(others.toSorted()).toEqual([
    // Takes next-auth's own cookies away.
    'app/api/auth/[...nextauth]/route.ts',
    // Its proof is SameSite=Strict and bound to the host, as its own test says (origin-gate.test.ts).
    'lib/web-server/origin-gate.ts',
  ])
})
