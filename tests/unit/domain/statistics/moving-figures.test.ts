import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedFigures, saidBy } from '@/lib/domain/statistics/organisations/moving-figures'
import {
  countsOfFigures,
  organisationFigures,
  type OrganisationFacts,
} from '@/lib/domain/statistics/organisations/organisation-figures'

type Change = Partial<OrganisationFacts>

/** A number of reports that all say the same, from a place on. */
function reports(from: number, count: number, change: Change = {}): OrganisationFacts[] {
  return Array.from({ length: count }, (_, index) => ({
    ref: String(from + index),
    answersFees: true,
    paid: true,
    paidYen: 500_000,
    verdicts: [],
    isClosed: false,
    isRemedied: false,
    claimedYen: 0,
    repaidYen: 0,
    ...change,
  }))
}

function numbersOf(facts: readonly OrganisationFacts[]) {
  const members = Object.fromEntries(facts.map((fact) => [fact.ref, saidBy(fact)]))
  const figures = organisationFigures(facts)
  return { countedTo: '2026-Q3', reports: facts.length, figures, members, counts: countsOfFigures(facts) }
}

const moved = (former: readonly OrganisationFacts[], next: readonly OrganisationFacts[]) =>
  movedFigures(numbersOf(former), numbersOf(next))
const closed = { isClosed: true }
const remedied = { isClosed: true, isRemedied: true }

describe('figures of an organisation in the next quarter', () => {
  it('stay when five reports changed and a count by fewer than five', () => {
    const former = [...reports(0, 12), ...reports(12, 7, remedied), ...reports(19, 9, closed)]
    const four = reports(0, 4, { paidYen: 400_000 })
    const one = reports(12, 8, remedied)
    expect(moved(former, [...four, ...reports(4, 8), ...one, ...reports(20, 8, closed)])).toBeNull()
  })

  it('stay when five came and one went, and move when each count changed by none or five', () => {
    const former = reports(0, 20)
    expect(moved(former, [...reports(1, 19), ...reports(20, 5)])).toBeNull()
    const grown = moved(former, reports(0, 25))
    expect(grown?.find(({ measure }) => measure === 'paid_share')).toMatchObject({ base: 25, hits: 25 })
  })

  it('stay when an amount changed while nobody came or went', () => {
    const changed = [...reports(0, 1, { paidYen: 900_000 }), ...reports(1, 4, { claimedYen: 5 }), ...reports(5, 15)]
    expect(moved(reports(0, 20), changed)).toBeNull()
  })

  it('that were held back are told with twice as many, for then at least five came', () => {
    const of = (hits: number) => [...reports(0, 20 - hits), ...reports(20 - hits, hits, closed), ...reports(20, 20)]
    const share = (hits: number) => moved(of(3), of(hits))?.find(({ measure }) => measure === 'closed_share')
    expect(share(8)).toMatchObject({ base: 's', hits: 's' })
    expect(share(10)).toMatchObject({ base: 40, hits: 10 })
  })

  it('never differ in a count by one to four', () => {
    const some = fc.array(
      fc.record({
        answersFees: fc.boolean(),
        paid: fc.boolean(),
        paidYen: fc.constantFrom(null, 100_000, 300_000),
        isClosed: fc.boolean(),
        isRemedied: fc.boolean(),
        verdicts: fc.constantFrom([], ['prohibited'], ['above_cap'], ['within_cap']),
      }),
      { minLength: 5, maxLength: 60 },
    )
    const withRefs = (list: readonly Change[]) => list.flatMap((change, at) => reports(at, 1, change))
    fc.assert(
      fc.property(some, some, (one, more) => {
        const former = numbersOf(withRefs(one))
        const figures = movedFigures(former, numbersOf(withRefs([...one, ...more])))
        for (const figure of figures ?? []) {
          const then = former.figures.find(({ measure }) => measure === figure.measure)
          for (const part of ['base', 'hits'] as const) {
            const [before, now] = [then?.[part], figure[part]]
            if (typeof before !== 'number' || typeof now !== 'number') continue
            const change = Math.abs(now - before)
            expect(change === 0 || change >= 5).toBe(true)
          }
        }
      }),
    )
  })

  it('of amounts do not tell of the few who named none', () => {
    const figures = organisationFigures([...reports(0, 12), ...reports(12, 2, { paidYen: null })])
    expect(figures.find(({ measure }) => measure === 'paid_share')).toMatchObject({ hits: 14 })
    expect(figures.find(({ measure }) => measure === 'paid_mean')).toMatchObject({ base: 's', value: 's' })
  })
})
