import { runBrowserTests, setBrowserStage } from './browser-tests'
import { write } from './phases'
import { checkPackages, inOrder, runStaticCheck, runVitest, STATIC_CHECKS, type StaticCheck } from './quality'
import { listenForStop } from './stop-signals'
import { broken, sum, writeTotal, type Tally } from './tally'

// `npm test`: everything. `npm test -- integration submit-report`: one part, and of it the files that match.

const stops = listenForStop(() => write('\nStopping ...'))
type Part = (filters: readonly string[]) => Promise<Tally>

const unit: Part = (filters) => runVitest('unit', filters, stops)
const integration: Part = (filters) => runVitest('integration', filters, stops)
const check =
  (name: StaticCheck): Part =>
  () =>
    runStaticCheck(name, stops)

const PARTS: Readonly<Record<string, Part>> = {
  ...Object.fromEntries(STATIC_CHECKS.map((name) => [name, check(name)])),
  packages: checkPackages,
  unit,
  integration,
  browser: async (filters) => runBrowserTests(filters, stops, await setBrowserStage(stops)),
}

/**
 * What reads the code, builds it and starts it runs where the tests that wait for a database leave the processor free. The journeys
 * in the browser have the machine to themselves.
 */
async function everything(): Promise<Tally> {
  const besides = (async () => {
    const checks = STATIC_CHECKS.map((name) => () => runStaticCheck(name, stops, true))
    const read = await inOrder([...checks, checkPackages].map(kept))
    const stage = await setBrowserStage(stops, true).catch(toError)
    return { read, stage }
  })()
  const ran = await inOrder([kept(() => unit([])), kept(() => integration([]))])
  const { read, stage } = await besides
  const seen = stage instanceof Error ? failed(stage) : await kept(() => runBrowserTests([], stops, stage))()
  return [read, ran, seen].reduce(sum)
}

/** What cannot even begin counts as one that failed, and the rest goes on. */
function kept(run: () => Promise<Tally>): () => Promise<Tally> {
  return () => run().catch((error: unknown) => failed(toError(error)))
}

function failed({ message }: Error): Tally {
  write(message)
  return broken(message)
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

const [name, ...filters] = process.argv.slice(2)
const part = name === undefined ? everything : PARTS[name]
if (part === undefined) {
  write(`There is no part "${name}": choose one of ${Object.keys(PARTS).join(', ')}.`)
  process.exit(1)
}
const total = await kept(() => part(filters))()
await stops.stopAll()
writeTotal(total)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
