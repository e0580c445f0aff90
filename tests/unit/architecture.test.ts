import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import architecture from '../architecture.json'

// The second reading of the arrows, by the plainest means: the import lines. dependency-cruiser has been seen to
// find no module and be content; here, nothing found is a failure.

const rooms: Readonly<Record<string, readonly string[]>> = architecture.rooms
const packages: Readonly<Record<string, readonly string[]>> = architecture.packages

type Import = { readonly file: string; readonly target: string; readonly names: readonly string[] }

const files = globSync('{app,components,lib}/**/*.{ts,tsx}').map((file) => file.split(path.sep).join('/'))
const textOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))

const IMPORT = /^(?:import|export)\s+(?:type\s+)?([^'"]*?)\s*(?:from\s+)?['"]([^'"]+)['"]/gm

function importsOf(file: string): Import[] {
  return [...(textOf.get(file) ?? '').matchAll(IMPORT)].map(([, names = '', from = '']) => ({
    file,
    target: targetOf(file, from),
    names: names
      .replaceAll(/[{}]/g, ' ')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  }))
}

/** A path from the root for our own files, the package's name otherwise. */
function targetOf(file: string, from: string): string {
  if (from.startsWith('@/')) return from.slice(2)
  return from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : from
}

const imports = files.flatMap(importsOf)
const isIn = (target: string, place: string) => target === place || target.startsWith(`${place}/`)
const roomOf = (file: string) => Object.keys(rooms).find((room) => isIn(file, room))
const shown = ({ file, target }: Import) => `${file} -> ${target}`

test('there is something to check in every room', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(imports.length).toBeGreaterThan(300)
  const empty = Object.keys(rooms).filter((room) => !files.some((file) => isIn(file, room)))
  expect(empty).toEqual([])
})

test('every file is in a known room', () => {
  expect(files.filter((file) => roomOf(file) === undefined)).toEqual([])
})

test('a room imports only what its arrows allow', () => {
  const wrong = imports.filter(({ file, target }) => {
    const room = roomOf(file)
    if (room === undefined || !/^(app|components|lib|prisma|tests)\//.test(target)) return false
    return ![room, ...(rooms[room] ?? [])].some((place) => isIn(target, place))
  })
  expect(wrong.map(shown)).toEqual([])
})

test('a package with a room of its own is imported nowhere else', () => {
  const wrong = imports.filter(({ file, target }) =>
    Object.entries(packages).some(
      ([name, allowed]) => isIn(target, name) && !allowed.some((place) => isIn(file.replace(/\.tsx?$/, ''), place)),
    ),
  )
  expect(wrong.map(shown)).toEqual([])
})

test('a page reads and never writes by itself', () => {
  const writes = /^(type\s+)?(insert|update|append|delete|remove|set|put|erase|renew)[A-Z]/
  const wrong = imports.filter(
    ({ file, target, names }) =>
      isIn(file, 'app') && isIn(target, 'lib/data') && names.some((name) => writes.test(name)),
  )
  expect(wrong.map(shown)).toEqual([])
})

test('rooms that hold secrets or rights begin with the server marker', () => {
  const guarded = files.filter(
    (file) =>
      /^lib\/(data|usecases|sealing)\//.test(file) ||
      /^lib\/(access\/door|platform\/env|auth\/(options|session))\.ts$/.test(file),
  )
  expect(guarded.filter((file) => !textOf.get(file)?.startsWith("import 'server-only'"))).toEqual([])
})

test('no barrels, no drawers, no parent paths', () => {
  expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([])
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\.tsx?$|\/)/.test(file))).toEqual([])
  // A route may reach up to its own segments; elsewhere a path that climbs twice has left its room.
  const upward = files.filter(
    (file) => !isIn(file, 'app') && /^(?:import|export)[^'"]*['"]\.\.\/\.\.\//m.test(textOf.get(file) ?? ''),
  )
  expect(upward).toEqual([])
})

test('only the settings file reads the environment of the application', () => {
  const readers = files.filter((file) => !isIn(file, 'lib/commands') && textOf.get(file)?.includes('process.env'))
  expect(readers).toEqual(['lib/platform/env.ts'])
})
