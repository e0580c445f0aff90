import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const container = readFileSync('docs/deploy/Containerfile', 'utf8')
const unit = readFileSync('docs/deploy/fair-passage.service', 'utf8')

/** What an instruction of the container file says, each time it stands there. */
const said = (instruction: string) =>
  [...container.matchAll(new RegExp(`^${instruction} (.+)$`, 'gmu'))].map(([, words = '']) => words)

test('the container gets what is built and served, named one by one, and nothing else of the folder', () => {
  const copied = said('COPY').flatMap((line) => line.split(' ').slice(0, -1))
  expect(copied.filter((one) => ['.', './', '.data', '.git', '.env', 'tests'].includes(one))).toEqual([])
  for (const source of ['app', 'components', 'lib', 'prisma', 'proxy.ts', 'instrumentation.ts', 'next.config.js'])
    expect(copied).toContain(source)
})

test('the container serves as nobody, and no secret is written into it', () => {
  const last = container.slice(container.lastIndexOf('\nFROM '))
  expect(said('USER')).toEqual(['10001:10001'])
  expect(last.indexOf('USER')).toBeGreaterThan(last.indexOf('COPY --from=build'))
  expect(last).not.toMatch(/(?:AUTH_SECRET|DATABASE_URL|ENCRYPTION_KEY)=/u)
  expect(said('CMD').at(-1)).toBe('["serve"]')
})

test('the unit serves without rights on a file system it cannot write, with the key as a credential', () => {
  const lines = new Set(unit.split('\n'))
  for (const line of [
    'DynamicUser=yes',
    'ProtectSystem=strict',
    'NoNewPrivileges=yes',
    'InaccessiblePaths=-/opt/fair-passage/.git',
    'CapabilityBoundingSet=',
    'SystemCallFilter=@system-service',
    'LoadCredential=encryption_key:/etc/fair-passage/encryption_key',
  ])
    expect(lines).toContain(line)
  expect(unit).not.toMatch(/^(?!#).*(?<!APP_)DATABASE_URL/mu)
  expect(unit).toMatch(/^ExecStart=.* serve$/mu)
})
