import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const TESTS = new Set(globSync('tests/**/*.{test,spec}.{ts,tsx}').map((file) => path.basename(file)))

test.each(['docs/security.md', 'docs/threat-model.md'])('%s names tests that there are', (file) => {
  const named = [...readFileSync(file, 'utf8').matchAll(/[\w.-]+\.(?:test|spec)\.tsx?/gu)].map(([name]) => name)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name) => !TESTS.has(name))).toEqual([])
})

test('every line of the table says met, partly, not, or that there is no such thing', () => {
  const rows = readFileSync('docs/security.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| \d/u.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  expect(rows.length).toBeGreaterThan(120)
  const states = rows.map(
    (cells) => cells.find((cell) => /^(?:met|partly|not|none here)\b/u.test(cell)) ?? cells.join('|'),
  )
  expect(states.filter((state) => !/^(?:met|partly|not|none here)\b/u.test(state))).toEqual([])
})
