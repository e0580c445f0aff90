import { rmSync } from 'node:fs'
import path from 'node:path'
import { runProgram } from './run-program'
import type { StopList } from './stop-signals'
import { auditPackages, checkLockFile } from './supply/check-packages'
import { broken, HELD, NOTHING, sum, vitestTally, type Tally } from './tally'
import { phase } from './phases'

const inModules = (...parts: string[]) => path.join('node_modules', ...parts)

const PROGRAMS = {
  typegen: { script: inModules('next', 'dist', 'bin', 'next'), args: ['typegen'] },
  types: { script: inModules('typescript', 'bin', 'tsc') },
  lint: { script: inModules('oxlint', 'bin', 'oxlint'), args: ['--type-aware', '--deny-warnings'] },
  format: { script: inModules('oxfmt', 'bin', 'oxfmt'), args: ['--check', '.'] },
  architecture: {
    script: inModules('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    args: ['--config', '.dependency-cruiser.cjs', 'app', 'components', 'lib', 'proxy.ts'],
  },
} as const

/** The checks that read the code without running it. */
export const STATIC_CHECKS = ['types', 'lint', 'format', 'architecture'] as const
export type StaticCheck = (typeof STATIC_CHECKS)[number]

/** Runs one check; it counts as one test that passed or failed. `isHeldBack`: see runProgram. */
export async function runStaticCheck(name: StaticCheck, stops: StopList, isHeldBack = false): Promise<Tally> {
  return phase(`Check: ${name}`, async () => {
    if (name === 'types') {
      const env = { NEXT_TELEMETRY_DISABLED: '1' }
      const prepared = await runProgram({ ...PROGRAMS.typegen, env, isHeldBack }, stops)
      if (prepared !== 0) return broken(name)
    }
    const code = await runProgram({ ...PROGRAMS[name], isHeldBack }, stops)
    return code === 0 ? HELD : broken(name)
  })
}

/** Looks at what we are made of: the lock file, the licences, and known holes where the registry tells of them. */
export async function checkPackages(): Promise<Tally> {
  return phase('Check: packages', async () => (checkLockFile() && auditPackages() ? HELD : broken('packages')))
}

/** Runs the unit or the integration tests, or those of them that `filters` name. */
export async function runVitest(
  project: 'unit' | 'integration',
  filters: readonly string[],
  stops: StopList,
): Promise<Tally> {
  return phase(`Tests: ${project}`, async () => {
    const report = path.join('test-results', `${project}.json`)
    rmSync(report, { force: true })
    const code = await runProgram(
      {
        script: inModules('vitest', 'vitest.mjs'),
        args: [
          'run',
          // `unit` and `unit-alone`, `integration-shared` and `integration-alone`.
          `--project=${project}*`,
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${report}`,
          ...filters,
        ],
      },
      stops,
    )
    return vitestTally(report, code)
  })
}

/** Runs several steps in order, all of them even when one fails, and adds up. */
export async function inOrder(steps: readonly (() => Promise<Tally>)[]): Promise<Tally> {
  let total = NOTHING
  for (const step of steps) total = sum(total, await step())
  return total
}
