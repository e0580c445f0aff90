import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { benchAnswerTimes } from './bench/answer-times'
import { benchAssessments } from './bench/assess'
import { benchExports } from './bench/exports'
import { benchImport } from './bench/import'
import { benchLearning, LEARNING_CASES } from './bench/learning'
import { markTable } from './bench/mark-table'
import { benchParties } from './bench/parties'
import { prepareBench } from './bench/prepare-bench'
import { benchQueue } from './bench/queue'
import { fillQueue, QUEUE_CASES } from './bench/queue-fill'
import { resultTable, type BenchResult } from './bench/result-table'
import { benchSite } from './bench/site'
import { benchStatistics } from './bench/statistics'
import { COUNTED_REPORTS, fillStatistics } from './bench/statistics-fill'
import { build, isBuildStale } from './build'
import { phase, write } from './phases'
import { listenForStop, type StopList } from './stop-signals'

// `npm run bench [-- parts] [--json file]`: measures this version on this machine, on a throw-away database. All parts, or those that
// are named: verdicts, site (the production build), import, parties, timing, learning, queue, statistics, exports. Reports, never judges.

const DIST_DIRECTORY = '.next-bench'
const EXPORTED_REPORTS = 200_000
const PARTS = ['verdicts', 'site', 'import', 'parties', 'timing', 'learning', 'queue', 'statistics', 'exports'] as const
type Part = (typeof PARTS)[number]

async function bench(parts: ReadonlySet<Part>, stops: StopList): Promise<BenchResult> {
  if (parts.has('site') && isBuildStale(DIST_DIRECTORY))
    await phase('Build', (report) => build(DIST_DIRECTORY, stops, report))
  const measuredAt = new Date().toISOString()
  // First, while nothing else runs: it is pure work of one processor.
  const verdicts = parts.has('verdicts') ? await phase('Verdicts', () => benchAssessments()) : undefined
  const machine = {
    processors: availableParallelism(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  }
  if ([...parts].every((part) => part === 'verdicts')) return { measuredAt, machine, verdicts }
  const prepared = await phase('Database', () => prepareBench(stops))
  const { owner } = prepared
  // The queue last: its million cases would be in the way of the others.
  const site = parts.has('site') ? await benchSite(prepared, DIST_DIRECTORY, stops) : undefined
  const imported = parts.has('import') ? await phase('Import', () => benchImport(owner)) : undefined
  const parties = parts.has('parties') ? await phase('Parties', () => benchParties(owner)) : undefined
  const timing = parts.has('timing') ? await phase('Times of answers', () => benchAnswerTimes(owner)) : undefined
  const learning = []
  for (const cases of parts.has('learning') ? LEARNING_CASES : [])
    learning.push(await phase(`Measures of ${cases} cases`, () => benchLearning(owner, cases)))
  const queue = parts.has('queue')
    ? await phase(`Queue of ${QUEUE_CASES} cases`, async (report) => {
        const office = await fillQueue(owner, QUEUE_CASES)
        report('filled')
        return { cases: QUEUE_CASES, timings: await benchQueue(owner, office) }
      })
    : undefined
  const statistics = parts.has('statistics')
    ? await phase(`Statistics of ${COUNTED_REPORTS} reports`, async (report) => {
        await fillStatistics(owner)
        report('filled')
        return benchStatistics(owner)
      })
    : undefined
  // Over the reports of the statistics where they were filled.
  const exported = parts.has('exports')
    ? await phase('Files of records', async (report) => {
        if (!parts.has('statistics')) {
          await fillStatistics(owner, EXPORTED_REPORTS)
          report('filled')
        }
        return benchExports(owner, report)
      })
    : undefined
  return { measuredAt, machine, verdicts, site, imported, parties, timing, learning, queue, statistics, exported }
}

function partsAskedFor(names: readonly string[]): ReadonlySet<Part> {
  const parts = PARTS.filter((part) => names.length === 0 || names.includes(part))
  if (names.some((name) => !(PARTS as readonly string[]).includes(name)))
    throw new Error(`The parts of the benchmark are ${PARTS.join(', ')}.`)
  return new Set(parts)
}

const stops = listenForStop(() => write('\nStopping ...'))
try {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: { json: { type: 'string' } },
    allowPositionals: true,
  })
  const result = await bench(partsAskedFor(positionals), stops)
  write(`\n${resultTable(result)}\n`)
  if (result.site) write(`\n${markTable(result.site.marks)}\n`)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`)
  await stops.stopAll()
  process.exit(0)
} catch (error) {
  write(error instanceof Error ? (error.stack ?? error.message) : String(error))
  await stops.stopAll()
  process.exit(1)
}
