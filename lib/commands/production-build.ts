import { build, isBuildStale } from './build'
import { phase, write } from './phases'
import { explain } from './preparation'
import { listenForStop } from './stop-signals'

// `npm run build`: makes what `npm run serve` serves. No database, no setting and no secret.

const DIST_DIRECTORY = '.next'

const stops = listenForStop(() => write('\nStopping ...'))
try {
  if (isBuildStale(DIST_DIRECTORY)) await phase('Build', (report) => build(DIST_DIRECTORY, stops, report))
  else write('The build is of this version already.')
  process.exit(0)
} catch (error) {
  explain(error)
  await stops.stopAll()
  process.exit(1)
}
