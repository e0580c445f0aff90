import type { MicrodataColumn } from '@/lib/domain/statistics/microdata/columns'
import { inShort, knownCounts, type Outcome } from './attack-by-lot'
import { columnsOf, hearFile, isQuasi } from './attacked-files'
import { lotOf, pick, type Trait } from './attacked-people'
import { ToldSums, type Secret } from './attacked-sums'
import { AttackedWorld, someQuestion } from './attacked-world'

const TRAITS: readonly Trait[] = ['origin', 'sex', 'scheme', 'month', 'severity', 'paid', 'debt', 'grievance']
const WINDOWS = [
  [2025 * 12, 2025 * 12 + 5],
  [2025 * 12, 2025 * 12 + 2],
  [2024 * 12 + 9, 2025 * 12 + 5],
] as const

/** What was found out, and what came of the file. */
export type FileOutcome = Outcome & { readonly isMade: boolean; readonly held: number }

/** Somebody has a file of records by lot and the tables told before and after it, and solves all of it. */
export async function attackByFile(seed: number): Promise<FileOutcome> {
  const lot = lotOf(seed)
  const traits: Trait[] = []
  const many = pick(lot, [2, 3, 3, 4])
  while (traits.length < many || !columnsOf(traits).some(isQuasi)) {
    const trait = pick(lot, TRAITS)
    if (!traits.includes(trait)) traits.push(trait)
  }
  const world = new AttackedWorld(lot, traits)
  world.add(15 + Math.floor(lot() * 150))
  const sums = new ToldSums(traits)
  const truth = sums.truth(world.people.values())
  const [wrong, story]: [string[], string[]] = [[], [traits.join()]]
  const ask = async () => {
    const query = someQuestion(lot, traits)
    story.push(inShort(query))
    for (const telling of await world.ask(query)) wrong.push(...sums.hear(telling, [truth]))
  }
  const before = Math.floor(lot() * 4)
  for (let question = 0; question < before; question++) await ask()
  const columns: MicrodataColumn[] = columnsOf(traits)
  const months = traits.includes('month') ? pick(lot, WINDOWS) : WINDOWS[0]
  const protection = { k: 5, l: pick(lot, [1, 2]), mostLeftOut: pick(lot, [0, 0.1, 0.3]) }
  const made = await world.file(columns, months, protection)
  let finer: Secret[] = []
  if (made !== null) {
    finer = hearFile(sums, columns, months, protection.k, made, truth)
    story.push(`file ${columns.join()} ${JSON.stringify([made.classes.levels, made.told])}`)
  }
  const after = Math.floor(lot() * 4)
  for (let question = 0; question < after; question++) await ask()
  const known = wrong.length > 0 ? [] : [...(await knownCounts(sums, [truth])), ...(await knownOf(sums, finer))]
  const held = made === null ? 0 : Object.values(made.told.held).length
  return { known, wrong, story, isMade: made !== null, held }
}

async function knownOf(sums: ToldSums, secrets: readonly Secret[]): Promise<string[]> {
  const ranges = await sums.counts.ranges(secrets.map(({ of }) => of))
  return secrets.flatMap(({ who, count }, at) => (ranges[at] ? [`row ${who} = ${String(count)}`] : []))
}
