import { existsSync, readFileSync } from 'node:fs'

/** How many tests, or checks, held and how many did not. */
export type Tally = { readonly passed: number; readonly failed: number }

export const NOTHING: Tally = { passed: 0, failed: 0 }

/** Both together. */
export function sum(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed }
}

/**
 * Reads the report vitest wrote. A run that ended badly counts as a failure even when no test is to blame, such as a
 * file that does not load.
 */
export function vitestTally(file: string, exitCode: number): Tally {
  const report = readReport(file) as { numPassedTests?: number; numFailedTests?: number } | undefined
  return withExit({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, exitCode)
}

/** Reads the report Playwright wrote; a flaky test counts as failed. */
export function playwrightTally(file: string, exitCode: number): Tally {
  const report = readReport(file) as { stats?: { expected?: number; unexpected?: number; flaky?: number } } | undefined
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {}
  return withExit({ passed: expected, failed: unexpected + flaky }, exitCode)
}

function withExit(tally: Tally, exitCode: number): Tally {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
