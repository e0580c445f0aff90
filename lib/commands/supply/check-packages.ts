import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { write } from '../phases'
import { readAudit } from './audit'
import { licenceProblem } from './licence-rules'
import { readLockFile } from './lock-file'
import { lockProblems } from './lock-problems'

/** Asks the registry for known holes in what serves, and says them. Returns whether there is none; a registry that does not tell is said and no hole. */
export function auditPackages(): boolean {
  const asked = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const audit = readAudit(asked.stdout)
  if (audit.kind === 'clean') write('No known hole in the packages that serve.')
  else if (audit.kind === 'holes') audit.lines.forEach((line) => write(`  ${line}`))
  else
    write(
      `NOT CHECKED: this registry does not tell of known holes (${audit.why}). Ask one that does: npm audit --omit=dev`,
    )
  return audit.kind !== 'holes'
}

/** Looks at the lock file and the licences, and says what is wrong. Returns whether nothing is. */
export function checkLockFile(): boolean {
  const packages = readLockFile()
  const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { allowScripts: Record<string, boolean> }
  const problems = [...lockProblems(packages, allowScripts), ...packages.flatMap((one) => licenceProblem(one) ?? [])]
  problems.forEach((problem) => write(`  ${problem}`))
  return problems.length === 0
}
