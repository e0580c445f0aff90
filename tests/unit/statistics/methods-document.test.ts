import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { measureTable } from '../../support/measure-table'

it('keeps the table of measures in docs/statistics.md true to the registry', () => {
  const document = readFileSync('docs/statistics.md', 'utf8')
  expect(document).toContain(measureTable())
})
