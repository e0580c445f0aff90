import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { demoReports } from '@/lib/demo/demo-report'
import { planLife, type DatedAct } from '@/lib/demo/life/life-plan'
import { schedule } from '@/lib/demo/life/schedule'
import { withRemedies } from '@/lib/demo/life/with-remedies'
import { randomFrom } from '@/lib/demo/random'
import { WORDS_OF } from '@/lib/demo/words/words-of'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import { scheduleProblem } from '@/lib/domain/remedies/schedule'

const today = new Date('2026-11-21T09:00:00Z')
const rates = readFileSync('prisma/seed/exchange-rates.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .flatMap((line) => {
    const [currency = '', period = '', unitsPerUsd = '', source = ''] = line.split(',')
    return isCurrencyCode(currency) ? [{ currency, period, unitsPerUsd, source }] : []
  })

/** What happens in the cases of the whole demonstration, as if each worker had paid 400,000 yen. */
function lives(): DatedAct[][] {
  return demoReports('full', today, rates).map((report) => {
    const { receivedAt, state } = report.course
    const random = randomFrom(report.submissionId)
    const acts = planLife(report, WORDS_OF[report.country], random)
    const dated = schedule(acts, { receivedAt, state, severity: 'medium' }, today, random)
    return withRemedies(dated, { receivedAt, costJpy: 400_000n }, today, randomFrom(`remedy ${report.submissionId}`))
  })
}

const all = lives()
const of = <K extends DatedAct['act']['kind']>(life: readonly DatedAct[], kind: K) =>
  life.flatMap(({ act, moment }) =>
    act.kind === kind ? [{ act: act as Extract<DatedAct['act'], { kind: K }>, moment }] : [],
  )
const endOf = (life: readonly DatedAct[]) =>
  of(life, 'move').find(({ act }) => act.to === 'closed')?.act.detail.closingCode

test('sums are the same every time, nothing happens in the future, and everything in order', () => {
  expect(lives()).toEqual(all)
  for (const life of all)
    for (const [index, { moment }] of life.entries()) {
      expect(moment.getTime()).toBeGreaterThanOrEqual(life[index - 1]?.moment.getTime() ?? 0)
      expect(moment.getTime()).toBeLessThan(today.getTime())
    }
})

test('nobody is offered more than was asked for; who closed with all of it got all of it, who closed with a part got a part', () => {
  const ends = new Map<string, number>()
  for (const life of all) {
    const offer = of(life, 'offer')[0]?.act
    const asked = of(life, 'ask')[0]?.act
    if (!offer) continue
    expect(asked?.claimedJpy === null).toBe(offer.agreedJpy === null)
    if (asked === undefined || asked.claimedJpy === null || offer.agreedJpy === null) continue
    expect(offer.agreedJpy).toBeGreaterThan(0n)
    expect(offer.agreedJpy <= asked.claimedJpy).toBe(true)
    expect(scheduleProblem(offer.agreedJpy, offer.dues)).toBeNull()
    const end = endOf(life) ?? 'open'
    ends.set(end, (ends.get(end) ?? 0) + 1)
    if (end === 'remedied_full') expect(offer.agreedJpy).toBe(asked.claimedJpy)
    if (end === 'remedied_partial') expect(offer.agreedJpy < asked.claimedJpy).toBe(true)
  }
  for (const end of ['remedied_full', 'remedied_partial', 'open']) expect(ends.get(end)).toBeGreaterThan(20)
})

test('what is delivered was paid in whole before; what is agreed has a part to come; what was refused was asked for', () => {
  let running = 0
  for (const life of all) {
    const delivered = of(life, 'move').find(({ act }) => act.to === 'remedy_delivered')
    const parts = of(life, 'offer')[0]?.act.dues.length ?? 0
    const paid = of(life, 'pay')
    if (delivered) {
      expect(paid).toHaveLength(parts)
      for (const { moment } of paid) expect(moment <= delivered.moment).toBe(true)
    } else if (parts > 0) {
      running += 1
      expect(paid.length).toBeGreaterThan(0)
      expect(paid.length).toBeLessThan(parts)
    }
    if (endOf(life) === 'remedy_refused_by_party') expect([of(life, 'ask').length, parts]).toEqual([1, 0])
    const isOpenedAgain = of(life, 'move').some(({ act }) => act.to === 'reopened')
    expect(of(life, 'arrival').some(({ act }) => act.arrived === 'no')).toBe(isOpenedAgain && parts > 0)
  }
  expect(running).toBeGreaterThan(20)
})
