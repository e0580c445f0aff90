import {
  besideEverybody,
  EVERYBODYS_MEASURES,
  everybodyIn,
  restOf,
  type Everybody,
} from '@/lib/domain/statistics/organisations/beside-everybody'
import { movedFigures, saidBy } from '@/lib/domain/statistics/organisations/moving-figures'
import {
  countsOfFigures,
  organisationFigures,
  type OrganisationFacts,
} from '@/lib/domain/statistics/organisations/organisation-figures'
import { LEAST_REPORTERS, type OrganisationMeasure } from '@/lib/domain/statistics/organisations/organisation-measures'
import type { OrganisationNumbers } from '@/lib/domain/statistics/organisations/public-organisation'
import { inShort, knownCounts, type Outcome } from './attack-by-lot'
import { lotOf, pick, type Person, type Trait } from './attacked-people'
import { ToldSums } from './attacked-sums'
import { AttackedWorld, someQuestion } from './attacked-world'

const OTHERS: readonly Trait[] = ['state', 'paid', 'claim', 'origin', 'sex']
const CAME = [0, 1, 2, 4, 5, 7, 12, 30] as const

type Traits = Person['traits']

/** Whom each figure is of, and who hits, written down once more. */
const FIGURES: Readonly<
  Partial<Record<OrganisationMeasure, { base: (of: Traits) => boolean; hit?: (of: Traits) => boolean }>>
> = {
  paid_share: { base: ({ paid }) => paid !== 'untold', hit: ({ paid }) => paid === 'yes' || paid === 'known' },
  paid_mean: { base: ({ paid }) => paid === 'known' },
  closed_share: { base: () => true, hit: ({ state }) => state === 'closed' },
  remedy_share: {
    base: ({ state }) => state === 'closed',
    hit: ({ state, claim }) => state === 'closed' && claim === 'repaid',
  },
  repaid_share: { base: ({ claim }) => claim !== 'none' },
}

function factsOf({ ref, traits, yen }: Person): OrganisationFacts {
  const { paid, state, claim } = traits
  return {
    ref: String(ref),
    answersFees: paid !== 'untold',
    paid: paid === 'yes' || paid === 'known',
    paidYen: paid === 'known' ? yen : null,
    verdicts: [],
    isClosed: state === 'closed',
    isRemedied: state === 'closed' && claim === 'repaid',
    claimedYen: claim === 'none' ? 0 : yen,
    repaidYen: claim === 'repaid' ? Math.ceil(yen / 2) : 0,
  }
}

type Page = { readonly kept: Parameters<typeof movedFigures>[0] & OrganisationNumbers; readonly rest: number }

/** The page as `organisationNumbers` makes it; the one before stays where it must. */
function pageOf(people: Iterable<Person>, everybody: Everybody, former: Page | null): Page | null {
  const facts = [...people].filter(({ traits }) => traits.party === 'yes').map(factsOf)
  if (facts.length < LEAST_REPORTERS) return null
  const counts = countsOfFigures(facts)
  const paidYen = facts.reduce((sum, { paidYen: yen }) => sum + (yen ?? 0), 0)
  const figures = besideEverybody(organisationFigures(facts), { reports: facts.length, counts, paidYen }, everybody)
  if (figures === null) return null
  const members = Object.fromEntries(facts.map((fact) => [fact.ref, saidBy(fact)]))
  const next = { countedTo: '2026-Q3', reports: facts.length, figures, members, counts }
  const rest = restOf(everybody, facts.length)
  if (former === null) return { kept: next, rest }
  const moved = movedFigures(former.kept, next, rest - former.rest)
  return moved === null ? former : { kept: { ...next, figures: moved }, rest }
}

/** What was found out; `told`: how often there was a page with other numbers. */
export type PageOutcome = Outcome & { readonly told: number }

/** Somebody has all tables, the page of an organisation, and the one it had before others came; and solves all of it. */
export async function attackByPage(seed: number): Promise<PageOutcome> {
  const lot = lotOf(seed)
  const traits: Trait[] = ['party']
  const many = pick(lot, [2, 3, 3, 4])
  while (traits.length < many) {
    const trait = pick(lot, OTHERS)
    if (!traits.includes(trait)) traits.push(trait)
  }
  const world = new AttackedWorld(lot, traits)
  world.add(12 + Math.floor(lot() * 90))
  const steps = lot() < 0.5 ? 0 : 1
  const [sums, without] = [new ToldSums(traits, steps), new ToldSums(traits, steps)]
  const truths = [sums.truth(world.people.values())]
  const [wrong, story]: [string[], string[]] = [[], [traits.join()]]
  let [page, told]: [Page | null, number] = [null, 0]
  let came: Float64Array = new Float64Array(sums.kinds.length)
  for (let step = 0; step <= steps; step++) {
    if (step > 0) {
      came = sums.truth(world.add(pick(lot, CAME)))
      for (const one of [sums, without]) one.knowsStep(1, came, new Float64Array(came.length), false)
      truths.push(sums.truth(world.people.values()))
    }
    const questions = 1 + Math.floor(lot() * 4)
    for (let at = 0; at < questions; at++) {
      const query = someQuestion(lot, traits)
      story.push(`${String(step)} ${inShort(query)}`)
      for (const telling of await world.ask(query)) {
        wrong.push(...sums.hear(telling, truths))
        without.hear(telling, truths)
      }
    }
    const next = pageOf(world.people.values(), everybodyIn(await world.everybody(EVERYBODYS_MEASURES)), page)
    if (next === null || next === page) continue
    page = next
    told += 1
    story.push(
      `page ${JSON.stringify([page.kept.reports, page.kept.figures.map(({ measure, base, hits }) => [measure, base, hits])])}`,
    )
    hearPage(sums, step, page.kept)
  }
  if (wrong.length > 0) return { known: [], wrong, story, told }
  const known = await knownCounts(sums, truths)
  const among = sums
    .secrets(came)
    .map(({ who, count, of }) => ({ who, count, of: of.map((at) => sums.kinds.length + at) }))
  const settled = async (by: ToldSums) => (steps === 0 ? [] : by.counts.ranges(among.map(({ of }) => of)))
  const [ranges, before] = [await settled(sums), await settled(without)]
  const ofCame = among.flatMap(({ who, count }, at) =>
    ranges[at] && !before[at] ? [`of those who came: ${who} = ${String(count)}`] : [],
  )
  return { known: [...known, ...ofCame], wrong, story, told }
}

function hearPage(sums: ToldSums, step: number, { reports, figures }: OrganisationNumbers): void {
  const own = (isOne: (of: Traits) => boolean) =>
    sums.at(
      step,
      sums.kinds.flatMap((kind, at) => (kind.party === 'yes' && isOne(kind) ? [at] : [])),
    )
  sums.counts.hears(
    own(() => true),
    reports,
  )
  for (const { measure, base, hits } of figures) {
    const of = FIGURES[measure]
    if (of === undefined || base === 's') continue
    sums.counts.hears(own(of.base), base ?? 0)
    if (of.hit && typeof hits === 'number')
      sums.counts.hears(
        own((kind) => of.base(kind) && of.hit?.(kind) === true),
        hits,
      )
  }
}
