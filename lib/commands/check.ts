import { write } from './phases'
import { inOrder, runStaticCheck, runVitest } from './quality'
import { listenForStop } from './stop-signals'
import { writeTotal } from './tally'

// `npm run check`: what can be said in under a minute, without a database or a browser.

const stops = listenForStop(() => write('\nStopping ...'))
const total = await inOrder([
  () => runStaticCheck('types', stops),
  () => runStaticCheck('lint', stops),
  () => runStaticCheck('format', stops),
  () => runStaticCheck('architecture', stops),
  () => runVitest('unit', [], stops),
])
writeTotal(total)
process.exit(total.failed === 0 ? 0 : 1)
