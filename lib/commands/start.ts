import { DEMO_ACCOUNTS, DEMO_APP_SECRET, DEMO_OFFICES } from '@/lib/demo/accounts'
import { build, isBuildStale } from './build'
import { startNext } from './next-server'
import { phase, secondsSince, write } from './phases'
import { explain, prepare } from './preparation'
import { listenForStop, type StopList } from './stop-signals'

// `npm start`. With DATABASE_URL set: the production start. Without: everything on this machine, with the
// embedded PostgreSQL and the demonstration data.

const DIST_DIRECTORY = '.next'

function printSignIns(publicUrl: string): void {
  write('Demonstration sign-ins, with invented people and cases:')
  const width = Math.max(...DEMO_ACCOUNTS.map(({ email }) => email.length))
  for (const { email, password, role, office } of DEMO_ACCOUNTS) {
    const { name } = DEMO_OFFICES.find(({ code }) => code === office) ?? { name: office }
    write(`  ${email.padEnd(width)}  ${password}  ${role}, ${name}`)
  }
  write(`  at ${publicUrl}/en/sign-in, which then shows the code of the second step.`)
  write(`  In an authenticator app: ${DEMO_APP_SECRET}`)
}

async function start(stops: StopList): Promise<void> {
  const started = performance.now()
  const { isDemonstration, ...settings } = await prepare(stops, 'npm start')
  if (isBuildStale(DIST_DIRECTORY)) await phase('Build', (report) => build(DIST_DIRECTORY, stops, report))
  const server = await phase('Server', async () => {
    const running = await startNext({ ...settings, isDemonstration, distDir: DIST_DIRECTORY }, (output) =>
      process.stdout.write(output),
    )
    stops.add(running.stop)
    return running
  })
  write(`\nFair Passage is ready at ${settings.publicUrl} (${secondsSince(started)})`)
  if (isDemonstration) printSignIns(settings.publicUrl)
  write('Ctrl-C stops it.\n')
  const code = await server.exited
  if (isStopping) return
  write('The server ended by itself: see above.')
  await stops.stopAll()
  process.exit(code === 0 ? 1 : code)
}

let isStopping = false
const stops = listenForStop(() => {
  isStopping = true
  write('\nStopping ...')
})
try {
  await start(stops)
} catch (error) {
  if (!isStopping) {
    explain(error)
    await stops.stopAll()
    process.exit(1)
  }
}
