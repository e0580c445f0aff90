import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

// PostgreSQL refuses to run as root. A container usually is root, so the server then runs as the ordinary
// user `postgres`, which must be able to enter the directories it works in.

/** The account to run the server as; empty when we are an ordinary user ourselves. */
export type RunAs = { readonly uid?: number; readonly gid?: number }

/** Where the server may live when the user `postgres` cannot enter the checkout (a clone in /root, say). */
const SHARED_PLACE = '/var/lib/fair-passage'
const MODE_EXECUTE = 0o001

function findPostgresUser(): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

/** Finds, or as root on a bare machine creates, the account the server runs as. */
export function runAs(): RunAs {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return {}
  const found = findPostgresUser()
  if (found) return found
  spawnSync('groupadd', ['--system', 'postgres'])
  spawnSync('useradd', ['--system', '--no-create-home', '--gid', 'postgres', 'postgres'])
  const created = findPostgresUser()
  if (!created) {
    throw new Error(
      'PostgreSQL does not run as root and the user "postgres" could not be created: start as an ordinary user, or set DATABASE_URL.',
    )
  }
  return created
}

/** Whether `account` can reach `directory`: every directory above it lets others pass. */
function canEnter(directory: string, account: RunAs): boolean {
  if (account.uid === undefined) return true
  for (let at = path.resolve(directory); ; at = path.dirname(at)) {
    const { mode, uid } = statSync(at)
    if ((mode & MODE_EXECUTE) === 0 && uid !== account.uid) return false
    if (at === path.dirname(at)) return true
  }
}

/** A directory of its own for the server's files, owned by `account`; elsewhere when it cannot enter ours. */
export function directoryFor(wanted: string, account: RunAs): string {
  const parent = path.dirname(wanted)
  mkdirSync(parent, { recursive: true })
  let directory = wanted
  if (canEnter(parent, account)) {
    mkdirSync(wanted, { recursive: true, mode: 0o700 })
  } else {
    mkdirSync(SHARED_PLACE, { recursive: true, mode: 0o755 })
    directory = mkdtempSync(path.join(SHARED_PLACE, 'data-'))
  }
  chmodSync(directory, 0o700)
  if (account.uid !== undefined && account.gid !== undefined) chownSync(directory, account.uid, account.gid)
  return directory
}

/** The server's programs, copied to a place `account` can enter when it cannot enter node_modules. */
export function programsFor(native: string, version: string, account: RunAs): string {
  if (canEnter(native, account)) return native
  const copy = path.join(SHARED_PLACE, `postgresql-${version}`)
  if (!existsSync(path.join(copy, 'complete'))) {
    mkdirSync(copy, { recursive: true, mode: 0o755 })
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    mkdirSync(path.join(copy, 'complete'))
  }
  return copy
}
