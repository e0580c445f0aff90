import { isProductionStart, productionEnv } from '@/lib/platform/env'
import { rotateKeys, RotationRefused } from './database/rotate-keys'
import { runCommand } from './ending'
import { write } from './phases'
import { CommandRefused } from './preparation'

// `npm run keys:rotate`: makes the keys of the database those of the settings, while the application serves (docs/keys.md).
// It can be stopped and run again at any moment.

const SAY_EVERY_MS = 2_000

async function rotate(): Promise<void> {
  if (!isProductionStart()) throw new CommandRefused('Set DATABASE_URL and the keys first: see docs/keys.md.')
  const settings = productionEnv()
  let said = 0
  const report = (what: string, done: number) => {
    if (Date.now() - said < SAY_EVERY_MS) return
    said = Date.now()
    write(`  ${what}: ${done}`)
  }
  try {
    const done = await rotateKeys(settings.DATABASE_URL, settings, { report })
    write(`Master key ${done.masterKeyId}: ${done.rewrapped} keys wrapped anew.`)
    if (done.laid > 0) write(`Blind indexes: ${done.laid} brought under BLIND_INDEX_KEY.`)
    write(`Proved: each of the ${done.proved} keys in the database opens with it alone.`)
    write('Former keys can be taken out of the settings once every process runs with the new one.')
  } catch (error) {
    if (error instanceof RotationRefused) throw new CommandRefused(error.message)
    throw error
  }
}

await runCommand(rotate)
