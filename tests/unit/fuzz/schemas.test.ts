import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { errorsOf } from '@/lib/http/field-errors'
import { parseForm } from '@/lib/http/parse-form'
import { anything, broken, FUZZ_TIMEOUT_MS, record, RUNS, text } from './arbitraries'

// Every schema of lib/schemas, found in the sources: whatever is sent, each answers with a value or with issues, and never throws.

const ROOT = path.resolve(import.meta.dirname, '../../..')
const FILES = globSync('lib/schemas/**/*.ts', { cwd: ROOT }).toSorted()
const TODAY = '2026-11-22'

/** Arguments of a function that makes a schema, by its name; otherwise it is a day. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = { correctFactSchema: [['VN', 'ID']] }

type Found = { readonly name: string; readonly schema: z.ZodType; readonly lists: readonly string[] }

/** The schemas in what a file exports: by themselves, in a table, in a form, or made by a function. */
function schemasIn(name: string, value: unknown, depth = 0): Found[] {
  if (value instanceof z.ZodType) return [{ name, schema: value, lists: [] }]
  if (typeof value === 'function') {
    if (!/[sS]chema(?:On)?$/u.test(name)) return []
    const make = value as (...given: readonly unknown[]) => unknown
    return schemasIn(`${name}()`, make(...(ARGUMENTS[name] ?? [TODAY])), depth + 1)
  }
  if (typeof value !== 'object' || value === null || depth > 3) return []
  const lists = 'lists' in value && Array.isArray(value.lists) ? (value.lists as string[]) : []
  return Object.entries(value).flatMap(([key, inner]) =>
    schemasIn(key === 'schemaOn' ? 'schemaOn' : `${name}.${key}`, inner, depth + 1).map((found) => ({
      ...found,
      name: found.name.startsWith(name) ? found.name : `${name}.${found.name}`,
      lists: [...found.lists, ...lists],
    })),
  )
}

/** The names of the fields that a schema knows, however it is wrapped, and the values it names. */
function knownIn(schema: unknown, seen = new Set<unknown>()): { names: string[]; values: string[] } {
  if (typeof schema !== 'object' || schema === null || seen.has(schema) || seen.size > 2_000)
    return { names: [], values: [] }
  seen.add(schema)
  const def =
    schema instanceof z.ZodType
      ? (schema.def as unknown as Record<string, unknown>)
      : (schema as Record<string, unknown>)
  const names = typeof def['shape'] === 'object' && def['shape'] !== null ? Object.keys(def['shape']) : []
  const values = [
    ...(typeof def['entries'] === 'object' && def['entries'] !== null ? Object.values(def['entries']) : []),
    ...(Array.isArray(def['values']) ? def['values'] : []),
  ].filter((value): value is string => typeof value === 'string')
  for (const inner of Object.values(def)) {
    const all = Array.isArray(inner) ? inner : inner instanceof z.ZodType ? [inner] : []
    const shaped = names.length > 0 && inner === def['shape'] ? Object.values(inner as object) : []
    for (const one of [...all, ...shaped]) {
      const found = knownIn(one, seen)
      names.push(...found.names)
      values.push(...found.values)
    }
  }
  return { names: [...new Set(names)], values: [...new Set(values)] }
}

const found: (Found & { readonly file: string })[] = []
for (const file of FILES) {
  const exported = (await import(/* @vite-ignore */ pathToFileURL(path.join(ROOT, file)).href)) as Record<
    string,
    unknown
  >
  for (const [name, value] of Object.entries(exported))
    for (const one of schemasIn(name, value)) found.push({ ...one, file })
}

/** Files that use zod and export no schema: what they export instead is tried in parsers.test.ts. */
const READ_ELSEWHERE = new Set([
  'lib/schemas/fees/fee-rule.ts',
  'lib/schemas/fees/rule-issues.ts',
  'lib/schemas/help/directory-query.ts',
  'lib/schemas/imports/word-meanings.ts',
  'lib/schemas/open-data/organisation-search.ts',
  'lib/schemas/report/draft-payload.ts',
  'lib/schemas/forums/legal-rule.ts',
  'lib/schemas/imports/row-answers.ts',
  'lib/schemas/ledger/ledger-fields.ts',
  'lib/schemas/ledger/named-month.ts',
  'lib/schemas/ledger/paid-on.ts',
  'lib/schemas/ledger/sums.ts',
  'lib/schemas/notices/notice-cursor.ts',
  'lib/schemas/report/amount-input.ts',
  'lib/schemas/report/month-input.ts',
  'lib/schemas/report/remembered-amount.ts',
  'lib/schemas/system/last-backup.ts',
  'lib/schemas/track/held-form.ts',
])

test('every file with a schema has one that is tried', () => {
  expect(found.length).toBeGreaterThan(150)
  const withZod = FILES.filter((file) => /\bz\.[a-z]+\(/u.test(readFileSync(path.join(ROOT, file), 'utf8')))
  expect(withZod.length).toBeGreaterThan(70)
  const tried = new Set(found.map(({ file }) => file))
  expect(withZod.filter((file) => !tried.has(file) && !READ_ELSEWHERE.has(file))).toEqual([])
})

describe.each(found.map((one) => [`${one.file} ${one.name}`, one] as const))('%s', (_name, { schema, lists }) => {
  const { names, values } = knownIn(schema)
  const value =
    values.length === 0
      ? anything
      : fc.oneof(anything, fc.constantFrom(...values), fc.array(fc.constantFrom(...values), { maxLength: 3 }))

  const answers = async (given: unknown) => {
    const parsed = await schema.safeParseAsync(given)
    if (!parsed.success && Object.keys(errorsOf(parsed.error.issues)).length === 0)
      throw new Error('refused without a word')
  }

  test('takes anything or says why not', { timeout: FUZZ_TIMEOUT_MS }, async () => {
    const given = fc.oneof({ weight: 9, arbitrary: record(names, value) }, { weight: 1, arbitrary: anything })
    expect(await broken(fc.asyncProperty(given, answers))).toBe('')
  })

  test('takes any posted form or says why not', { timeout: FUZZ_TIMEOUT_MS }, async () => {
    const name = fc.oneof({ weight: 9, arbitrary: fc.constantFrom('locale', ...names) }, { weight: 1, arbitrary: text })
    const field = fc.oneof(text, fc.constantFrom('yes', ...values))
    const posted = fc.array(fc.tuple(name, field), { maxLength: 2 + names.length })
    const parse = (fields: readonly (readonly [string, string])[]) => {
      const data = new FormData()
      for (const [key, one] of fields) data.append(key, one)
      parseForm(schema, data, { lists })
    }
    expect(await broken(fc.property(posted, parse) as fc.IRawProperty<unknown>, Math.ceil(RUNS / 4))).toBe('')
  })
})
