import path from 'node:path'
import { parseArgs } from 'node:util'
import { BackupRefused, makeBackup } from './backup/make-backup'
import { fromHere, sourceOfSettings } from './backup/source'
import { runCommand } from './ending'
import { write } from './phases'
import { CommandRefused } from './preparation'
import type { StopList } from './stop-signals'

// `npm run backup -- --to folder [--keys-to folder] [--keep 30]`: database, files and keys, while the application serves
// (docs/nothing-lost.md). Ends with 1 when there is no backup, or when files are missing in it.

const USAGE = 'Name the folder: npm run backup -- --to folder [--keys-to folder] [--keep 30]'

async function run(stops: StopList): Promise<boolean> {
  const { values } = parseArgs({
    options: { to: { type: 'string' }, 'keys-to': { type: 'string' }, keep: { type: 'string' } },
  })
  const keep = values.keep === undefined ? undefined : Number(values.keep)
  if (values.to === undefined || (keep !== undefined && !(Number.isInteger(keep) && keep > 0)))
    throw new CommandRefused(USAGE)
  const places = {
    cases: path.join(fromHere(values.to), 'cases'),
    keys: path.join(fromHere(values['keys-to'] ?? values.to), 'keys'),
  }
  try {
    const made = await makeBackup(await sourceOfSettings(stops), {
      ...places,
      ...(keep === undefined ? {} : { keep }),
      report: (line) => write(`  ${line}`),
    })
    write(`Cases: ${path.join(places.cases, made.stamp)}`)
    write(`Keys:  ${path.join(places.keys, made.stamp)}, in place of those before`)
    if (made.missingFiles > 0) write(`${made.missingFiles} files are missing in the file store: see objects.ndjson.`)
    return made.result === 'whole'
  } catch (error) {
    if (error instanceof BackupRefused) throw new CommandRefused(error.message)
    throw error
  }
}

await runCommand(run)
