import { isProductionStart } from '@/lib/platform/env'
import { runCommand } from './ending'
import { write } from './phases'
import { CommandRefused, prepareProduction } from './preparation'

// `npm run migrate`: brings the database of DATABASE_URL up to this version, as its owner, and starts nothing. It can run while servers of
// the version before serve.

await runCommand(async () => {
  if (!isProductionStart()) throw new CommandRefused('Set DATABASE_URL: the database that is to be brought up to date.')
  await prepareProduction()
  write('The database is up to date.')
})
