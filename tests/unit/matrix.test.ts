import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { DOORS } from '../support/matrix/doors/matrix'
import { findDoors, findInlineActions, findPages } from '../support/matrix/doors/find-doors'
import { whoSees } from '../support/matrix/doors/pages'
import { TABLES } from '../support/matrix/tables'
import { lineOf, peopleIn } from '../support/matrix/words'

const SCHEMA = readFileSync(path.resolve(import.meta.dirname, '../../prisma/schema.prisma'), 'utf8')

/** The tables of the schema: what a model maps to. */
const tables = [...SCHEMA.matchAll(/^model \w+ \{[\s\S]*?@@map\("(\w+)"\)/gmu)].map(([, name = '']) => name)

describe('the matrices of who may (ADR 050)', () => {
  test('know every table of the schema', () => {
    expect(tables.length).toBeGreaterThan(90)
    expect(tables.filter((table) => !TABLES[table])).toEqual([])
  })

  test('know every route and every server action, and no other', () => {
    const found = findDoors().map(({ key }) => key)
    expect(found.length).toBeGreaterThan(200)
    expect(found.filter((key) => !DOORS[key])).toEqual([])
    expect(Object.keys(DOORS).filter((key) => !found.includes(key))).toEqual([])
  })

  test('know every page', () => {
    const found = findPages().map(({ key }) => key)
    expect(found.length).toBeGreaterThan(170)
    expect(found.filter((key) => whoSees(key) === undefined)).toEqual([])
  })

  test('know the files whose actions are written inside a component', () => {
    expect(findInlineActions().toSorted()).toEqual([
      // Each runs an action that its page hands it, and does nothing itself.
      'components/form/action-form.tsx',
      'components/form/checked-action-form.tsx',
      'components/settings/link-form.tsx',
      'components/settings/preview-form.tsx',
    ])
  })

  test('let somebody pass every door, or say why nobody does', () => {
    const passed = (key: string) => peopleIn(`${DOORS[key]?.who} ${DOORS[key]?.own ?? ''}`).size > 0
    const keys = Object.keys(DOORS)
    expect(keys.filter((key) => !passed(key) && (DOORS[key]?.nobody ?? '') === '')).toEqual([])
    expect(keys.filter((key) => passed(key) && DOORS[key]?.nobody !== undefined)).toEqual([])
  })

  test('name people that there are', () => {
    expect(() => peopleIn('case_staff wroker')).toThrow('wroker is nobody')
    const line = 'case_people both_administrators party'
    expect(peopleIn(lineOf(peopleIn(line)))).toEqual(peopleIn(line))
  })
})
