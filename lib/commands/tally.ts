import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { write } from './phases'

/** How many tests, or checks, held and how many did not; `failures` names those. */
export type Tally = { readonly passed: number; readonly failed: number; readonly failures: readonly string[] }

export const NOTHING: Tally = { passed: 0, failed: 0, failures: [] }

/** One check that held. */
export const HELD: Tally = { passed: 1, failed: 0, failures: [] }

/** One check that did not hold. */
export function broken(name: string): Tally {
  return { passed: 0, failed: 1, failures: [name] }
}

/** Both together. */
export function sum(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, failures: [...a.failures, ...b.failures] }
}

/** Ends the output of a run: what did not hold by name, where whoever reads only the last lines finds it, and the numbers. */
export function writeTotal({ passed, failed, failures }: Tally): void {
  for (const name of failures) write(`failed: ${name}`)
  write(`${passed} passed, ${failed} failed`)
}

type VitestReport = {
  numPassedTests?: number
  numFailedTests?: number
  testResults?: { name: string; assertionResults: { status: string; fullName: string }[] }[]
}

/**
 * Reads the report vitest wrote. A run that ended badly counts as a failure even when no test is to blame, such as a
 * file that does not load.
 */
export function vitestTally(file: string, exitCode: number): Tally {
  const report = readReport(file) as VitestReport | undefined
  const failures = (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${path.relative('.', name)}: ${fullName}`),
  )
  return withExit(
    file,
    { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0, failures },
    exitCode,
  )
}

type Suite = { suites?: Suite[]; specs?: { title: string; file: string; ok: boolean }[] }
type PlaywrightReport = Suite & { stats?: { expected?: number; unexpected?: number; flaky?: number } }

/** Reads the report Playwright wrote; a flaky test counts as failed. */
export function playwrightTally(file: string, exitCode: number): Tally {
  const report = readReport(file) as PlaywrightReport | undefined
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {}
  const failures = failuresIn(report ?? {})
  return withExit(file, { passed: expected, failed: unexpected + flaky, failures }, exitCode)
}

function failuresIn({ suites = [], specs = [] }: Suite): string[] {
  const own = specs.filter(({ ok }) => !ok).map((spec) => `${spec.file}: ${spec.title}`)
  return [...own, ...suites.flatMap(failuresIn)]
}

function withExit(file: string, tally: Tally, exitCode: number): Tally {
  if (exitCode === 0 || tally.failed > 0) return tally
  return { ...tally, failed: 1, failures: [`${path.basename(file, '.json')}: ended with ${exitCode}`] }
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
