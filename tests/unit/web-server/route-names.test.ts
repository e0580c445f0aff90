import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RouteNames } from '@/lib/web-server/route-names'

/** As Next lists them: every page and route below `app`. */
const SOURCES = globSync('app/**/{page.tsx,route.ts}').map((file) => file.slice(3).replace(/\.tsx?$/u, ''))
const names = new RouteNames(SOURCES)

test.each([
  ['/en/cases', '/[locale]/cases'],
  ['/vi/cases/7K4M-9QXA?say=nothing', '/[locale]/cases/[number]'],
  ['/en/cases/bulk', '/[locale]/cases/bulk'],
  ['/api/health', '/api/health'],
  ['/api/auth/session', '/api/auth/[...nextauth]'],
  ['/api/v1/public/organisations/0198', '/api/v1/public/organisations/[id]'],
  ['/', '/'],
  ['/en/wp-login.php', 'none'],
  ['/nguyen/thi/hoa', 'none'],
  ['//', '/'],
  ['', '/'],
])('%s is counted as %s', (address, name) => {
  expect(names.nameOf(address).name).toBe(name)
})

test('whatever a worker or a party asks for has one name, told ten at a time', () => {
  const ours = SOURCES.filter((source) => /\((?:worker|party)\)/u.test(source))
  expect(ours.length).toBeGreaterThan(60)
  for (const source of [...ours, '/api/v1/outbox/route', '/[locale]/(staff)/cases/new/page']) {
    const address = source.replaceAll(/\/\([^)]*\)|\/[^/]*$/gu, '').replaceAll(/\[[^\]]*\]/gu, 'x')
    expect([address, names.nameOf(address)]).toEqual([address, { name: '/[locale]/(worker)', isInTens: true }])
  }
})

test('there are as many names as routes, whatever is asked for', () => {
  const asked = SOURCES.flatMap((source) =>
    ['0901234567', 'hoa@example.org', '%00', '[number]'].map((value) =>
      source.replaceAll(/\/\([^)]*\)|\/[^/]*$/gu, '').replaceAll(/\[[^\]]*\]/gu, value),
    ),
  )
  const found = new Set(asked.map((address) => names.nameOf(address).name))
  expect([...found].filter((name) => /\d{3}|hoa|%/u.test(name))).toEqual([])
  expect(found.size).toBeLessThanOrEqual(SOURCES.length + 1)
})
