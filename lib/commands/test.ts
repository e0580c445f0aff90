import { runBrowserTests } from './browser-tests'
import { write } from './phases'
import { inOrder, runStaticCheck, runVitest } from './quality'
import { listenForStop } from './stop-signals'
import { broken, writeTotal, type Tally } from './tally'

// `npm test`: everything. `npm test -- integration submit-report`: one part, and of it the files that match.

const stops = listenForStop(() => write('\nStopping ...'))

const PARTS: Readonly<Record<string, (filters: readonly string[]) => Promise<Tally>>> = {
  types: () => runStaticCheck('types', stops),
  lint: () => runStaticCheck('lint', stops),
  format: () => runStaticCheck('format', stops),
  architecture: () => runStaticCheck('architecture', stops),
  unit: (filters) => runVitest('unit', filters, stops),
  integration: (filters) => runVitest('integration', filters, stops),
  browser: (filters) => runBrowserTests(filters, stops),
}

const [part, ...filters] = process.argv.slice(2)
if (part !== undefined && PARTS[part] === undefined) {
  write(`There is no part "${part}": choose one of ${Object.keys(PARTS).join(', ')}.`)
  process.exit(1)
}
const chosen = part === undefined ? Object.values(PARTS) : [PARTS[part]].filter((found) => found !== undefined)
const total = await inOrder(
  chosen.map((run) => async () => {
    try {
      return await run(filters)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      write(message)
      return broken(message)
    }
  }),
)
await stops.stopAll()
writeTotal(total)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
