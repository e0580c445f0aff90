import path from 'node:path'
import { parseArgs } from 'node:util'
import { isProductionStart, productionEnv } from '@/lib/platform/env'
import { checkBackup, type Checked } from './backup/check-backup'
import { readPart } from './backup/read-part'
import { restoreBackup, RestoreRefused } from './backup/restore-backup'
import { embeddedSource, fromHere, sourceOfProduction } from './backup/source'
import { startEmbeddedDatabase } from './database/embedded'
import { runCommand } from './ending'
import { phase, write } from './phases'
import { CommandRefused, DATA_DIRECTORY } from './preparation'
import { takeLauncherLock } from './launcher-lock'
import { readOrMakeSecrets } from './secrets'
import type { StopList } from './stop-signals'

// `npm run restore -- --from folder [--keys-from folder] [--stamp …] [--check]`: brings a backup back into an empty database, or only
// looks whether it could be (docs/nothing-lost.md). Ends with 1 when not.

const USAGE = 'Name the folder: npm run restore -- --from folder [--keys-from folder] [--stamp stamp] [--check]'
const WHAT_NOW = `What to do now:
  1. npm start, and open one case and one file.
  2. What was done after the backup is gone: promises, yeses that were taken back, replaced codes, and who of the staff is active, with
     which role and second step. Ask the officers; look through the people before you let them in.
  3. npm run audit:verify -- --database: the trails fit in themselves; anchors written after the backup name events that are gone.
     Keep those files, and set AUDIT_ANCHOR_DIRECTORY to a new folder.
  4. Staff sign in again; reporters come back with their codes. The search finds words again as fast as the job "words" makes them.
  5. Make a backup.`

async function run(stops: StopList): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      'keys-from': { type: 'string' },
      stamp: { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  })
  if (values.from === undefined) throw new CommandRefused(USAGE)
  const backup = {
    cases: await readPart(path.join(fromHere(values.from), 'cases'), 'cases', values.stamp),
    keys: await readPart(path.join(fromHere(values['keys-from'] ?? values.from), 'keys'), 'keys'),
  }
  write(`Backup of ${backup.cases.manifest.takenAt}, keys of ${backup.keys.manifest.takenAt}`)
  if (values.check) {
    const settings = isProductionStart() ? productionEnv() : embeddedSource().keys
    tell(await phase('Check', () => checkBackup(backup, settings)))
    return
  }
  const target = isProductionStart() ? sourceOfProduction() : await embeddedTarget(stops)
  const { erasedAgain, ...checked } = await phase('Restore', (report) => restoreBackup(target, backup, report)).catch(
    refuse,
  )
  tell(checked)
  if (erasedAgain > 0) write(`${erasedAgain} cases were erased after the backup and are erased again.`)
  write(WHAT_NOW)
}

/** Says what was found; throws when it cannot be restored. */
function tell({ problems, notes, keys, events, files }: Checked): void {
  notes.forEach((line) => write(`  ${line}`))
  if (problems.length > 0) refuse(new RestoreRefused(problems))
  write(
    `${keys} keys open with the keys of the settings, ${events} events of the audit trails fit, ${files} files are whole.`,
  )
}

/** Each reason on a line of its own. */
function refuse(error: unknown): never {
  if (!(error instanceof RestoreRefused)) throw error
  throw new CommandRefused(['Not restored:', ...error.lines.map((line) => `  ${line}`)].join('\n'))
}

/** The database of the data directory, without the tables that a start would make. Its secrets.json has to be back before. */
async function embeddedTarget(stops: StopList) {
  const lock = await takeLauncherLock(DATA_DIRECTORY, 'a restore')
  if ('heldBy' in lock) throw new CommandRefused(`Stop Fair Passage first (process ${lock.heldBy.pid}).`)
  stops.add(async () => lock.release())
  const { stop, ownerUrl } = await startEmbeddedDatabase(DATA_DIRECTORY, readOrMakeSecrets(DATA_DIRECTORY))
  stops.add(stop)
  return { ownerUrl, ...embeddedSource() }
}

await runCommand(run)
