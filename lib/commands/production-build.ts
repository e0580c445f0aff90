import { build, isBuildStale } from './build'
import { runCommand } from './ending'
import { phase, write } from './phases'

// `npm run build`: makes what `npm run serve` serves. No database, no setting and no secret.

const DIST_DIRECTORY = '.next'

await runCommand(async (stops) => {
  if (isBuildStale(DIST_DIRECTORY)) await phase('Build', (report) => build(DIST_DIRECTORY, stops, report))
  else write('The build is of this version already.')
})
