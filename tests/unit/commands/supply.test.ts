import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readAudit } from '@/lib/commands/supply/audit'
import { licenceProblem } from '@/lib/commands/supply/licence-rules'
import { readLockFile, type LockedPackage } from '@/lib/commands/supply/lock-file'
import { lockProblems } from '@/lib/commands/supply/lock-problems'

const ONE: LockedPackage = {
  place: 'node_modules/one',
  name: 'one',
  version: '1.0.0',
  resolved: null,
  integrity: `sha512-${'a'.repeat(86)}==`,
  licence: 'MIT',
  isForTests: false,
  isOptional: false,
  hasInstallScript: false,
}

test('the lock file names only the registry, with a hash of everything that is installed', () => {
  const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { allowScripts: Record<string, boolean> }
  const packages = readLockFile()
  expect(packages.length).toBeGreaterThan(400)
  expect(lockProblems(packages, allowScripts)).toEqual([])
})

test('every package has a licence that is allowed', () => {
  expect(readLockFile().flatMap((one) => licenceProblem(one) ?? [])).toEqual([])
})

describe('what is wrong with a lock file is found', () => {
  test.each<[string, Partial<LockedPackage>]>([
    ['one 1.0.0 comes from elsewhere than the registry', { resolved: 'https://them.example/one.tgz' }],
    ['one 1.0.0 comes from elsewhere than the registry', { resolved: 'git+ssh://git@github.com/x/one.git' }],
    ['one 1.0.0 has no hash', { integrity: null }],
    ['one 1.0.0 has no hash', { integrity: null, isOptional: true }],
    ['one 1.0.0 has a hash that is not SHA-512', { integrity: 'sha1-aaaa' }],
    ['one file:../x has no version', { version: 'file:../x' }],
    ['one 1.0.0 runs a script that package.json does not name', { hasInstallScript: true }],
  ])('%s', (problem, change) => {
    expect(lockProblems([{ ...ONE, ...change }], {})).toEqual([problem])
  })

  test('and what is right is not', () => {
    expect(lockProblems([ONE, { ...ONE, hasInstallScript: true }], { one: false })).toEqual([])
    expect(lockProblems([{ ...ONE, resolved: 'https://registry.npmjs.org/one/-/one-1.0.0.tgz' }], {})).toEqual([])
  })
})

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['MIT AND ISC', true],
  ['MIT and GPL-3.0', false],
  ['GPL-3.0-only', false],
  ['LGPL-3.0-or-later', false],
  ['MPL-2.0', false],
  [null, false],
])('a package under %s may be used: %s', (licence, isAllowed) => {
  expect(licenceProblem({ ...ONE, licence }) === null).toBe(isAllowed)
})

test('what the registry says of holes is read, also that it says nothing', () => {
  expect(readAudit('{"vulnerabilities":{}}')).toEqual({ kind: 'clean' })
  expect(readAudit('{"statusCode":405,"error":{"summary":""}}')).toEqual({ kind: 'not_told', why: 'it answered 405' })
  expect(readAudit('')).toEqual({ kind: 'not_told', why: 'it did not answer' })
  const hole = { name: 'one', severity: 'high', via: [{ title: 'Opens doors', url: 'https://x.example/1' }] }
  expect(
    readAudit(JSON.stringify({ vulnerabilities: { one: hole, two: { ...hole, name: 'two', via: ['one'] } } })),
  ).toEqual({
    kind: 'holes',
    lines: ['one, high: Opens doors (https://x.example/1)', 'two, high: through one'],
  })
})
