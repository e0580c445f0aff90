import type { Pool } from 'pg'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import { listedValues } from '@/lib/domain/statistics/registry/dimension-values'
import { MEASURES } from '@/lib/domain/statistics/registry/measure-list'
import { askIndex, forgetIndex, indexState, loadIndex } from '@/lib/usecases/statistics/column-index'
import { measure, type Timing } from './timing'

const QUESTIONS = 200
const WARM_UPS = 40
const ALL = { officeId: null, isPublic: false } as const
const MEGABYTE = 1_000_000

/** The statistics over all reports: loading, memory, questions asked first and again, and how long until a change shows. */
export type StatisticsBench = {
  readonly reports: number
  /** From the facts of reports, the first time; and from the blocks that were kept then, as every later start does. */
  readonly loadSeconds: number
  readonly reloadSeconds: number
  readonly columnMegabytes: number
  /** Resident memory at its highest while questions were asked, over that before the first. */
  readonly grownMegabytes: number
  readonly unseen: Timing
  /** The same over all reports, without any filter. */
  readonly unfiltered: Timing
  readonly seen: Timing
  readonly changeSeconds: number
  /** The slowest of the first questions, by measure. */
  readonly slowest: readonly (readonly [question: string, ms: number])[]
}

/** Measures the index of this process over what `fillStatistics` put there. */
export async function benchStatistics(owner: Pool): Promise<StatisticsBench> {
  const loadSeconds = await secondsToLoad()
  forgetIndex()
  const reloadSeconds = await secondsToLoad()
  const state = indexState()
  if (state.kind !== 'ready') throw new Error('the index is not loaded')
  const before = process.memoryUsage().rss
  let highest = before
  const questions = Array.from({ length: QUESTIONS + WARM_UPS }, (_, place) => question(place + 1, true))
  const took: [string, number][] = []
  const ask = async (query: StatisticQuery | undefined) => {
    if (!query) return
    const asked = performance.now()
    await askIndex(query, ALL)
    highest = Math.max(highest, process.memoryUsage().rss)
    const { measures, rows, columns, filters } = query
    took.push([
      `${measures[0]} by ${rows} and ${columns}, ${filters.map(({ dimension }) => dimension).join(' + ')}`,
      performance.now() - asked,
    ])
  }
  const unseen = await measure(QUESTIONS, 1, (place) => ask(questions[place]), WARM_UPS)
  const slowest = took.toSorted(([, a], [, b]) => b - a).slice(0, 5)
  const [last] = questions
  if (last) await askIndex(last, ALL)
  const seen = await measure(QUESTIONS, 1, () => ask(last))
  const whole = Array.from({ length: QUESTIONS }, (_, place) => question(5000 + place, false))
  const unfiltered = await measure(QUESTIONS, 1, (place) => ask(whole[place]))
  return {
    reports: state.reports,
    loadSeconds,
    reloadSeconds,
    columnMegabytes: state.bytes / MEGABYTE,
    grownMegabytes: (highest - before) / MEGABYTE,
    unseen,
    unfiltered,
    seen,
    changeSeconds: await untilShown(owner),
    slowest,
  }
}

async function secondsToLoad(): Promise<number> {
  const began = performance.now()
  await loadIndex()
  if (indexState().kind !== 'ready') throw new Error('the index is not loaded')
  return (performance.now() - began) / 1000
}

/** Seconds until a report that is withdrawn is missing in an answer to a question that is asked again and again. */
async function untilShown(owner: Pool): Promise<number> {
  const query: StatisticQuery = { ...EVERYTHING, measures: ['reports'] }
  const count = async () => (await askIndex(query, ALL))[0]?.cells[0]?.reporters ?? 0
  const before = await count()
  const began = performance.now()
  await owner.query(
    `UPDATE cases SET in_statistics = false WHERE id = (SELECT id FROM cases WHERE number = 'S00000001')`,
  )
  while ((await count()) === before) await new Promise((resolve) => setTimeout(resolve, 250))
  return (performance.now() - began) / 1000
}

const EVERYTHING: StatisticQuery = {
  measures: [],
  rows: null,
  columns: null,
  from: null,
  to: null,
  filters: [],
  threshold: 5,
  rounding: 1,
}

const FILTERED: readonly DimensionCode[] = [
  'origin',
  'scheme',
  'severity',
  'grievance',
  'channel',
  'sex',
  'fee_verdict',
]

/** A question put together at random, the same for the same number: any measure, any lines, and one to three filters. */
function question(number: number, isFiltered: boolean): StatisticQuery {
  const draw = random(number)
  const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(draw() * list.length)]
  const counted = MEASURES.filter(({ form }) => form !== 'desk')
  const found = oneOf(counted)
  if (!found) throw new Error('no measure')
  const rows = oneOf([null, ...found.dimensions]) ?? null
  const columns = oneOf([null, ...found.dimensions.filter((code) => code !== rows)]) ?? null
  const dimensions = isFiltered ? FILTERED.filter(() => draw() < 0.3).slice(0, 3) : []
  const filters = dimensions.map((dimension) => {
    const values = (listedValues(dimension) ?? []).slice(0, 8)
    const kept = values.filter(() => draw() < 0.5)
    return { dimension, values: (kept.length === 0 ? values.slice(0, 1) : kept).toSorted() }
  })
  // A month that no other question begins with: each is asked for the first time.
  const from = isFiltered ? `20${20 + (number % 4)}-${String(1 + (number % 12)).padStart(2, '0')}` : null
  return { ...EVERYTHING, measures: [found.code], rows, columns, from, filters }
}

function random(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 0x1_0000_0000
  }
}
