import { beforeAll, beforeEach, expect, test } from 'vitest'
import { GET } from '@/app/api/v1/public/publications/[file]/route'
import type { PublicTable } from '@/lib/domain/statistics/open-data/public-table'
import { PUBLICATIONS } from '@/lib/domain/statistics/publications'
import type { ReleasedCell, ReleasedTable } from '@/lib/domain/statistics/released-table'
import { withClock } from '@/lib/platform/clock'
import { forgetPublications } from '@/lib/usecases/open-data/read-publication'
import { forgetIndex, loadIndex } from '@/lib/usecases/statistics/column-index'
import { StoredPeople, WAYS_OUT } from '../support/attacked-database'
import { COUNTED, lotOf, pick, type Person, type Trait } from '../support/attacked-people'
import { ToldSums } from '../support/attacked-sums'
import { AttackedWorld } from '../support/attacked-world'
import { anOffice } from '../support/builders'
import { ownerPool } from '../support/database'

/** By hand far more: ATTACK_SEED=1000 ATTACK_RUNS=100. */
const FIRST = Number(process.env['ATTACK_SEED'] ?? 1)
const RUNS = Number(process.env['ATTACK_RUNS'] ?? 2)
const TRAITS: readonly Trait[] = ['origin', 'month', 'grievance', 'state', 'debt', 'paid', 'cost', 'claim']
const DAY_MS = 86_400_000

let office = ''

beforeAll(async () => {
  office = await anOffice('one', { isDefaultIntake: true })
})

beforeEach(async () => {
  await ownerPool().query('DELETE FROM throttle')
})

async function emptyWorld(seed: number, traits: readonly Trait[]) {
  for (const table of ['statistic_release', 'publication_day', 'case_person', 'cases'])
    await ownerPool().query(`DELETE FROM ${table}`)
  forgetIndex()
  const lot = lotOf(seed)
  const world = new AttackedWorld(lot, traits)
  const stored = new StoredPeople({ one: office, two: office })
  await stored.add(world.add(20 + Math.floor(lot() * 80)))
  return { lot, world, stored }
}

/** As after a start: all that is known is what lies in the database. */
async function startAnew(): Promise<void> {
  forgetPublications()
  forgetIndex()
  await loadIndex()
}

/** A public file as anybody gets it `day` days later, by a process that knows nothing yet. */
async function fetched(file: string, day: number): Promise<Response> {
  return withClock(
    () => new Date(Date.parse('2026-11-21T03:00:00Z') + day * DAY_MS),
    async () => {
      const answer = await GET(new Request(`http://localhost/api/v1/public/publications/${file}`), {
        params: Promise.resolve({ file }),
      })
      expect(answer.status).toBe(200)
      return answer
    },
  )
}

/** Everything that can be told apart of the public files: each byte and each header. */
async function everything(day: number): Promise<Map<string, string>> {
  await startAnew()
  const seen = new Map<string, string>()
  for (const { name } of PUBLICATIONS)
    for (const form of ['json', 'csv', 'jsonstat']) {
      const answer = await fetched(`${name}.${form}`, day)
      const body = Buffer.from(await answer.arrayBuffer()).toString('utf8')
      seen.set(`${name}.${form}`, `${JSON.stringify([...answer.headers])}\n${body}`)
    }
  return seen
}

/** The first part of two texts that is not the same but for day and tag. */
function difference(one: string, other: string): string {
  const plain = (text: string) => text.replaceAll(/2026-11-2\d|"etag","[^\]]*"|[0-9a-f]{64}/gu, '')
  const [first, second] = [plain(one), plain(other)]
  const at = [...first].findIndex((letter, place) => letter !== second[place])
  if (at < 0 && first.length === second.length) return 'day or tag'
  return `${first.slice(Math.max(0, at - 80), at + 60)} ⇒ ${second.slice(Math.max(0, at - 80), at + 60)}`
}

test('one report more or less changes no byte, tag or day of a public file', async () => {
  const found: string[] = []
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
    const { lot, world, stored } = await emptyWorld(seed, [
      'origin',
      'month',
      'state',
      pick(lotOf(seed), ['debt', 'paid', 'claim']),
    ])
    const before = await everything(0)
    const way = pick(lot, WAYS_OUT)
    const like = pick(lot, [...world.people.values()])
    if (seed % 2 === 0) await stored.remove([like], way)
    else await stored.add([{ ...like, ref: 1_000_000 }])
    const after = await everything(2)
    for (const [name, text] of before)
      if (after.get(name) !== text)
        found.push(`seed ${String(seed)} ${name} ${way}: ${difference(text, after.get(name) ?? '')}`)
  }
  expect(found.join('\n')).toBe('')
}, 6_000_000)

/** The tables of a public file by measure, as far as an attacker of `ToldSums` can read them. */
function tablesOf({ measures, rows, columns, cells }: PublicTable): ReleasedTable[] {
  return measures.flatMap(({ code, form }): ReleasedTable[] => {
    if (COUNTED[code] === undefined) return []
    const isShare = form === 'share'
    return [
      {
        measure: code,
        rows: rows?.values.map((value) => value.code) ?? [],
        columns: columns?.values.map((value) => value.code) ?? [],
        cells: cells
          .filter(({ measure }) => measure === code)
          .map(({ row, column, n, missing, reports, value }): ReleasedCell => {
            const isTold = typeof n === 'number' && typeof value === 'number'
            const times = isTold ? Math.round(n * value) : 's'
            return {
              row,
              column,
              reporters: reports,
              missing,
              base: n,
              hits: isShare ? (n === 0 ? 0 : times) : 's',
              sum: isShare || form === 'ratio' ? null : times,
              value,
              spread: null,
              interval: null,
              meanInterval: null,
            }
          }),
      },
    ]
  })
}

async function attack(seed: number): Promise<string[]> {
  const traits = [
    ...new Set([pick(lotOf(seed), TRAITS), pick(lotOf(seed + 0.5e6), TRAITS), pick(lotOf(seed + 1e6), TRAITS)]),
  ]
  const { lot, world, stored } = await emptyWorld(seed, traits)
  const steps = 3
  const sums = new ToldSums(traits, steps)
  const truths = [sums.truth(world.people.values())]
  const wrong: string[] = []
  const none: readonly Person[] = []
  for (let step = 1; step <= steps; step++) {
    const came = step === 1 ? none : world.add(pick(lot, [0, 1, 3, 6, 25]))
    const gone = step === 1 ? none : world.remove(pick(lot, [0, 0, 1, 2]))
    await stored.add(came)
    await stored.remove(gone, pick(lot, WAYS_OUT))
    sums.knowsStep(step, sums.truth(came), sums.truth(gone), false)
    truths.push(sums.truth(world.people.values()))
    await startAnew()
    for (const { name, query } of PUBLICATIONS.toSorted(() => lot() - 0.5)) {
      const told = (await (await fetched(`${name}.json`, step)).json()) as PublicTable
      for (const table of tablesOf(told)) {
        const { of } = COUNTED[table.measure] ?? { of: null }
        if (of !== null && !traits.includes(of)) continue
        wrong.push(...sums.hear({ query: { ...query, measures: [table.measure] }, table }, truths))
      }
    }
  }
  const last = truths.at(-1) ?? new Float64Array()
  const secrets = sums.secrets(last).filter(({ of }) =>
    truths.every((truth) => {
      const count = of.reduce((all, at) => all + (truth[at] ?? 0), 0)
      return count > 0 && count < 5
    }),
  )
  const ranges = wrong.length > 0 ? [] : await sums.counts.ranges(secrets.map(({ of }) => sums.at(steps, of)))
  const found = [
    ...wrong.map((text) => `never so: ${text}`),
    ...secrets.flatMap(({ who, count }, at) => (ranges[at] ? [`known: ${who} = ${String(count)}`] : [])),
  ]
  return found.length === 0 ? [] : [`seed ${String(seed)} ${traits.join()}`, ...found]
}

test('who keeps all public tables, over time, works out no one to four', async () => {
  const found: string[] = []
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) found.push(...(await attack(seed)))
  expect(found.join('\n')).toBe('')
}, 6_000_000)
