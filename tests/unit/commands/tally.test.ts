import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { playwrightTally, sum, vitestTally } from '@/lib/commands/tally'

const folder = mkdtempSync(path.join(tmpdir(), 'tally-'))

function report(name: string, content: unknown): string {
  const file = path.join(folder, `${name}.json`)
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('a failed test is named with its file', () => {
  const file = report('unit', {
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [
      {
        name: path.resolve('tests/unit/some.test.ts'),
        assertionResults: [
          { status: 'passed', fullName: 'holds' },
          { status: 'failed', fullName: 'does not hold' },
        ],
      },
    ],
  })
  expect(vitestTally(file, 1)).toEqual({
    passed: 1,
    failed: 1,
    failures: ['tests/unit/some.test.ts: does not hold'],
  })
})

test('a run that ended badly with every test held has failed all the same', () => {
  const file = report('integration', { numPassedTests: 3, numFailedTests: 0, testResults: [] })
  expect(vitestTally(file, 1)).toEqual({ passed: 3, failed: 1, failures: ['integration: ended with 1'] })
  expect(vitestTally(path.join(folder, 'absent.json'), 1).failed).toBe(1)
})

test('journeys are found in suites within suites, flaky ones too', () => {
  const specs = [{ title: 'a journey', file: 'some.spec.ts', ok: false }]
  const file = report('browser', { stats: { expected: 2, unexpected: 1, flaky: 1 }, suites: [{ suites: [{ specs }] }] })
  const tally = playwrightTally(file, 1)
  expect(tally).toEqual({ passed: 2, failed: 2, failures: ['some.spec.ts: a journey'] })
  expect(sum(tally, tally)).toMatchObject({ passed: 4, failed: 4, failures: [tally.failures[0], tally.failures[0]] })
})
