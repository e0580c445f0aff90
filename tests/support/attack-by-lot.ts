import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { lotOf, pick, TRAITS, type Lot, type Person, type Trait } from './attacked-people'
import { ToldSums } from './attacked-sums'
import { AttackedWorld, someQuestion } from './attacked-world'

/** Reports that come and go between questions: none; the attacker's own, so that he knows them; or others', of which he knows how many. */
export type Changes = 'none' | 'own' | 'others'

/** What is attacked: traits to choose from, measures asked (null: any), at most so many questions. */
export type Attack = {
  readonly traits: readonly Trait[]
  readonly areAllTraits?: boolean
  readonly measures: readonly string[] | null
  readonly questions: number
  readonly changes: Changes
}

/** What an attacker got to know, and what he was told that never was so. `story`: what came, went and was asked. */
export type Outcome = {
  readonly known: readonly string[]
  readonly wrong: readonly string[]
  readonly story: readonly string[]
}

export const ALL_TRAITS: readonly Trait[] = (Object.keys(TRAITS) as Trait[]).filter(
  (trait) => trait !== 'office' && trait !== 'party',
)

const OWN = [
  [1, 0],
  [2, 0],
  [1, 0],
] as const
const OTHERS = [
  [1, 0],
  [2, 0],
  [4, 0],
  [6, 0],
  [12, 0],
  [30, 0],
  [0, 1],
  [0, 3],
  [1, 1],
  [5, 2],
] as const
/** Closer than so many yen a sum of few is known. */
const YEN = 10

type Step = { readonly query: StatisticQuery; readonly come: number; readonly go: number }

/** Asks questions by lot of reports by lot, keeps everything that was told, and solves it. */
export async function attackByLot(seed: number, attack: Attack): Promise<Outcome> {
  const lot = lotOf(seed)
  const traits = traitsBy(lot, attack)
  const world = new AttackedWorld(lot, traits)
  world.add(10 + Math.floor(lot() * 80))
  const steps = stepsBy(lot, traits, attack)
  const times = attack.changes === 'none' ? 0 : steps.length
  const sums = new ToldSums(traits, times)
  const truths = [sums.truth(world.people.values())]
  const [wrong, story]: [string[], string[]] = [[], [traits.join()]]
  for (const [at, { query, come, go }] of steps.entries()) {
    if (times > 0) {
      const [gone, came] = [world.remove(go), world.add(come)]
      sums.knowsStep(at + 1, sums.truth(came), sums.truth(gone), attack.changes === 'own')
      truths.push(sums.truth(world.people.values()))
    }
    story.push(`+${String(come)} -${String(go)} ${inShort(query)}`)
    for (const telling of await world.ask(query)) wrong.push(...sums.hear(telling, truths))
  }
  const own = attack.changes === 'own' ? steps.reduce((all, { come }) => all + come, 0) : 0
  const known =
    wrong.length > 0
      ? []
      : [...(await knownCounts(sums, truths, own)), ...(await knownMoney(sums, world.people.values(), wrong))]
  return { known, wrong, story }
}

/** A question in a line. */
export function inShort({ measures, rows, columns, from, to, filters }: StatisticQuery): string {
  const narrowed = filters.map(({ dimension, values }) => `${dimension}=${values.join('|')}`).join(' ')
  return `${measures.join()} ${rows ?? '-'} × ${columns ?? '-'} ${from ?? ''}..${to ?? ''} ${narrowed}`
}

function traitsBy(lot: Lot, { traits: pool, areAllTraits = false }: Attack): Trait[] {
  const traits: Trait[] = []
  const many = areAllTraits ? pool.length : Math.min(pool.length, pick(lot, [1, 2, 2, 3]))
  while (traits.length < many) {
    const trait = pick(lot, pool)
    if (!traits.includes(trait)) traits.push(trait)
  }
  return traits
}

function stepsBy(lot: Lot, traits: readonly Trait[], { measures, questions, changes }: Attack): Step[] {
  const steps: Step[] = []
  const many = 2 + Math.floor(lot() * (questions - 1))
  while (steps.length < many) {
    const isAgain = changes !== 'none' && steps.length > 0 && lot() < 0.4
    const query = isAgain
      ? pick(lot, steps).query
      : someQuestion(lot, traits, measures === null ? {} : { measures: [pick(lot, measures)] })
    const isChanged = changes !== 'none' && steps.length > 0 && lot() < 0.6
    const [come, go] = isChanged ? pick<readonly [number, number]>(lot, changes === 'own' ? OWN : OTHERS) : [0, 0]
    steps.push({ query, come, go })
  }
  return steps
}

/**
 * Groups of one to four, all along, whose number is settled. Who has reports of his own among those counted can take them away from a
 * number that was told: with `own` of them groups are few below so many less.
 */
export async function knownCounts(sums: ToldSums, truths: readonly Float64Array[], own = 0): Promise<string[]> {
  const secrets = sums.secrets(truths.at(-1) ?? new Float64Array()).filter(({ of }) =>
    truths.every((truth) => {
      const count = of.reduce((all, at) => all + (truth[at] ?? 0), 0)
      return count > 0 && count + own < 5
    }),
  )
  const ranges = await sums.counts.ranges(secrets.map(({ of }) => sums.at(truths.length - 1, of)))
  return secrets.flatMap(({ who, count }, at) => (ranges[at] ? [`${who} = ${String(count)}`] : []))
}

const MONEY: Readonly<Record<string, (person: Person) => number>> = {
  debt: ({ traits, yen }) => (traits.debt === 'known' ? yen : 0),
  paid: ({ traits, yen }) => (traits.paid === 'known' ? yen : 0),
  claim: ({ traits, yen }) => (traits.claim === 'none' ? 0 : yen),
  repaid: ({ traits, yen }) => (traits.claim === 'repaid' ? Math.ceil(yen / 2) : 0),
}

async function knownMoney(sums: ToldSums, given: Iterable<Person>, wrong: string[]): Promise<string[]> {
  const people = [...given]
  const known: string[] = []
  for (const [name, attacker] of sums.money) {
    const weigh = MONEY[name] ?? (() => 0)
    wrong.push(...attacker.wrong(sums.truth(people, weigh)).map((text) => `yen of ${name}: ${text}`))
    if (wrong.length > 0) return []
    const secrets = sums.secrets(sums.truth(people, (person) => (weigh(person) > 0 ? 1 : 0)))
    const ranges = await attacker.ranges(
      secrets.map(({ of }) => of),
      YEN,
    )
    known.push(
      ...secrets.flatMap(({ who, count }, at) => (ranges[at] ? [`yen of ${name} of ${who} (${String(count)})`] : [])),
    )
  }
  return known
}
