import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// Read from the sources: a form that keeps what was typed and a page that never shows it again are in two files, and each alone looks
// right.

const staff = globSync('app/**/*.{ts,tsx}')
  .filter((file) => file.includes('(staff)'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const actions = staff.filter(({ file }) => /action[^/]*\.ts$/u.test(file))
const pages = staff.filter(({ file }) => file.endsWith('.tsx'))

/** Forms in which nobody types: a choice to make again, or one press. */
const NOTHING_TYPED = [
  'take',
  'assign',
  'ask:',
  'confirm:',
  'code:',
  'code-alarm',
  'make-code',
  'link-party',
  'undo-merge',
  'responses/withdraw',
  'view-delete',
  'statistic-view-delete',
  'statistic-view-restore',
]

const KEPT = /\bname: ['`]([a-z][a-z/_-]*:?)[^'`]*['`], number/gu
const SHOWN = /heldValues\(\s*\{ name: ['`]([a-z][a-z/_-]*:?)/gu

test('what is kept of a form when a session ends is shown again by a page', () => {
  const kept = new Set(actions.flatMap(({ text }) => [...text.matchAll(KEPT)].map(([, name = '']) => name)))
  const shown = new Set(pages.flatMap(({ text }) => [...text.matchAll(SHOWN)].map(([, name = '']) => name)))
  expect(kept.size).toBeGreaterThan(20)
  expect([...kept].filter((name) => !shown.has(name) && !NOTHING_TYPED.includes(name))).toEqual([])
})
