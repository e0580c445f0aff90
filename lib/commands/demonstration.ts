import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import path from 'node:path'
import { childEnvironment, QUIET } from './child-environment'
import { readInstallation, writeInstallation } from './database/installation'
import { tenths, type Report } from './phases'
import type { StopList } from './stop-signals'

const KEY = 'demonstration'

/** Where the loading of the demonstration data stands; it is remembered in the database it describes. */
export type DemonstrationState = 'absent' | 'unfinished' | 'complete'

export async function demonstrationState(ownerUrl: string): Promise<DemonstrationState> {
  const value = await readInstallation(ownerUrl, KEY)
  if (value === undefined) return 'absent'
  return value === 'complete' ? 'complete' : 'unfinished'
}

export type LoadSettings = {
  readonly ownerUrl: string
  readonly appDatabaseUrl: string
  readonly authSecret: string
  readonly encryptionKey: string
  readonly publicUrl: string
}

/**
 * Loads the demonstration data in a process of its own, which has the settings that this one must not have. An
 * interrupted load is marked as unfinished; the next start begins it again on an empty database.
 *
 * @param size `small` for what tests need
 */
export async function loadDemonstrationData(
  settings: LoadSettings,
  stops: StopList,
  report: Report,
  size: 'full' | 'small' = 'full',
): Promise<void> {
  await writeInstallation(settings.ownerUrl, KEY, 'loading')
  const child = spawn(
    process.execPath,
    [QUIET, '--conditions=react-server', '--import', 'tsx', path.join('lib', 'commands', 'load-demo.ts'), size],
    {
      env: childEnvironment({
        DATABASE_URL: settings.ownerUrl,
        APP_DATABASE_URL: settings.appDatabaseUrl,
        AUTH_SECRET: settings.authSecret,
        ENCRYPTION_KEY: settings.encryptionKey,
        PUBLIC_URL: settings.publicUrl,
        LOG_LEVEL: 'error',
      }),
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  )
  const exited = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  const stop = stops.add(async () => {
    child.kill('SIGKILL')
    await exited
  })
  const show = tenths(report)
  const showLine = (line: string) => {
    const [done, total, ...what] = line.split(' ')
    show(Number(done), Number(total), what.join(' '))
  }
  if (child.stdout) createInterface({ input: child.stdout }).on('line', showLine)
  const code = await exited
  await stop()
  if (code !== 0) throw new Error('The demonstration data could not be loaded: see above.')
  await writeInstallation(settings.ownerUrl, KEY, 'complete')
}
