import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

// Every way in, read from the sources: handlers of routes and server actions.

const ROOT = path.resolve(import.meta.dirname, '../../../..')
const METHOD = /export (?:async function|const) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/gu
const PASSED_ON = /export \{([^}]*)\}/gu
const ACTION = /export (?:async function|const) (\w+)/gu

export type Door = {
  /** `GET app/…/route.ts` or `takeCaseAction app/…/actions.ts`. */
  readonly key: string
  readonly file: string
  readonly name: string
  readonly kind: 'route' | 'action' | 'page'
}

/** Every exported handler of every route, and every exported function of every file of server actions. */
export function findDoors(): readonly Door[] {
  const routes = globSync('app/**/route.{ts,tsx}', { cwd: ROOT }).flatMap((file) => {
    const text = read(file)
    const named = [...text.matchAll(METHOD)].map(([, name = '']) => name)
    const passed = [...text.matchAll(PASSED_ON)].flatMap(([, names = '']) => names.split(',').map(lastWord))
    return [...named, ...passed.filter((name) => /^[A-Z]+$/u.test(name))].map((name) => door(file, name, 'route'))
  })
  const actions = globSync('{app,components,lib}/**/*.{ts,tsx}', { cwd: ROOT })
    .filter((file) => /^\s*(?:\/\/[^\n]*\n\s*)*['"]use server['"]/u.test(read(file)))
    .flatMap((file) => [...read(file).matchAll(ACTION)].map(([, name = '']) => door(file, name, 'action')))
  return [...routes, ...actions].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/** Every page. */
export function findPages(): readonly Door[] {
  return globSync('app/**/page.tsx', { cwd: ROOT })
    .toSorted()
    .map((file) => ({ key: file.replace(/^app\/\[locale\]\//u, ''), file, name: 'default', kind: 'page' }))
}

/** Files with an action written inside a function, where no matrix finds it. */
export function findInlineActions(): readonly string[] {
  return globSync('{app,components,lib}/**/*.{ts,tsx}', { cwd: ROOT }).filter((file) =>
    /^[ \t]+['"]use server['"]/mu.test(read(file)),
  )
}

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')
const lastWord = (text: string): string => text.trim().split(/\s+/u).at(-1) ?? ''
const door = (file: string, name: string, kind: Door['kind']): Door => ({
  key: `${name} ${file.replace(/^app\//u, '')}`,
  file,
  name,
  kind,
})
