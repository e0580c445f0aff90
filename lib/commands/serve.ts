import { isBuildStale } from './build'
import { startNext } from './next-server'
import { phase, write } from './phases'
import { CommandRefused, explain, prepareServing, refuseTakenPort } from './preparation'
import { listenForStop } from './stop-signals'

// `npm run serve`: the server alone, of a build and a database that are made (`npm run build`, `npm run migrate`). It knows nothing of
// the database's owner and writes nowhere but to the file store and the anchors: for a machine where it may do nothing else.

const DIST_DIRECTORY = '.next'

let isStopping = false
const stops = listenForStop(() => {
  isStopping = true
  write('\nStopping ...')
})
try {
  if (isBuildStale(DIST_DIRECTORY))
    throw new CommandRefused('There is no build of this version: run npm run build before, where it may write.')
  const settings = await prepareServing()
  await refuseTakenPort(settings.port, 'npm run serve')
  const server = await phase('Server', async () => {
    const running = await startNext({ ...settings, distDir: DIST_DIRECTORY }, (output) => process.stdout.write(output))
    stops.add(running.stop)
    return running
  })
  write(`Fair Passage is ready at ${settings.publicUrl}`)
  const code = await server.exited
  if (!isStopping) {
    write('The server ended by itself: see above.')
    await stops.stopAll()
    process.exit(code === 0 ? 1 : code)
  }
} catch (error) {
  if (!isStopping) {
    explain(error)
    await stops.stopAll()
    process.exit(1)
  }
}
