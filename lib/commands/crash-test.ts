import { parseArgs } from 'node:util'
import { crashTest } from './crash-test/run'
import { write } from './phases'

// `npm run crash-test -- [--submissions 1000] [--seed 1]`: kills processes and the database at random while reports with files are
// sent, and looks for every receipt afterwards (docs/nothing-lost.md). On a database of its own; ends with 1 when something is lost.

const { values } = parseArgs({ options: { submissions: { type: 'string' }, seed: { type: 'string' } } })
const submissions = Number(values.submissions ?? 1000)
const seed = Number(values.seed ?? 1)

try {
  const { problems, crashes, failed, ...found } = await crashTest({ submissions, seed, report: write })
  write(`${found.receipts} receipts shown in ${found.seconds} s, seed ${seed}`)
  write(
    `Killed: ${crashes.processes} processes, ${crashes.database} times the database, ${crashes.connections} connections`,
  )
  write(`${found.cut} requests were cut off, ${found.sentAgain} reports were sent again`)
  for (const [kind, count] of Object.entries(failed)) write(`  ${count} times "${kind}"`)
  write(`${found.cases} cases, ${found.files} files; the sweep took ${found.orphansSwept} left behind`)
  problems.slice(0, 50).forEach((problem) => write(`✗ ${problem}`))
  write(
    problems.length === 0
      ? '✓ Every receipt is one case, complete, and nothing is left over.'
      : `✗ ${problems.length} problems`,
  )
  process.exit(problems.length === 0 && found.receipts === submissions ? 0 : 1)
} catch (error) {
  write(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(1)
}
