import { makeBundles } from './bundle'
import { startNext } from './next-server'
import { phase, write } from './phases'
import { explain, prepare } from './preparation'
import { listenForStop } from './stop-signals'

// `npm run dev`: as `npm start`, with the sources compiled as they change instead of a build.

let isStopping = false
const stops = listenForStop(() => {
  isStopping = true
  write('\nStopping ...')
})
try {
  const { isDemonstration, ...settings } = await prepare(stops, 'npm run dev')
  const server = await phase('Development server', async () => {
    await makeBundles('.next', 'dev')
    const running = await startNext({ ...settings, isDemonstration, distDir: '.next', mode: 'dev' }, (output) =>
      process.stdout.write(output),
    )
    stops.add(running.stop)
    return running
  })
  write(
    `Ready at ${settings.publicUrl}${isDemonstration ? ', with the demonstration data. Sign-ins: lib/demo/accounts.ts' : ''}`,
  )
  await server.exited
  if (!isStopping) {
    await stops.stopAll()
    process.exit(1)
  }
} catch (error) {
  if (!isStopping) {
    explain(error)
    await stops.stopAll()
    process.exit(1)
  }
}
