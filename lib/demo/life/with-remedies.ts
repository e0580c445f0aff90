import { dayInJapan } from '@/lib/domain/calendar/day'
import { equalInstalments, type Due } from '@/lib/domain/remedies/schedule'
import type { Random } from '../random'
import type { DatedAct } from './life-plan'
import type { RemedyAct, RemedyWish } from './remedy-acts'
import { remedyMoney } from './remedy-money'

/** As the words of the terms say. */
const PARTS = 3
const MARGIN_MS = 20 * 60_000
/** A payment comes a little before its day, and the worker says so a little after it. */
const PAID_AT = 0.95
/** Of what is still being paid: how often the second part came, and how often the worker has said so. */
const SECOND_PAID = 0.75
const SECOND_TOLD = 0.7

type About = { readonly receivedAt: Date; readonly costJpy: bigint | null }

/**
 * The acts with what leads to each remedy and what comes of it: asked for and offered between the acts before, paid in parts after.
 * What is delivered came in whole by then; what is not has a part that is still to come; a case opened again misses the last part.
 */
export function withRemedies(acts: readonly DatedAct[], about: About, today: Date, random: Random): DatedAct[] {
  const all = acts.flatMap((one, index) => {
    const wish = one.act.kind === 'move' ? one.act.detail.remedy : undefined
    const since = acts[index - 1]?.moment ?? about.receivedAt
    return wish ? [...leadUp(wish, since, one.moment, acts, about, today, random), one] : [one]
  })
  return [...all, ...arrivals(all, today, random)].toSorted((a, b) => a.moment.getTime() - b.moment.getTime())
}

function leadUp(
  { type, terms }: RemedyWish,
  since: Date,
  moment: Date,
  acts: readonly DatedAct[],
  { costJpy }: About,
  today: Date,
  random: Random,
): DatedAct[] {
  const closed = movesOf(acts, 'closed')[0]?.act.detail.closingCode ?? null
  const money = remedyMoney(type, costJpy, closed, random)
  const at = (share: number, act: RemedyAct) => ({ act, moment: between(since, moment, share) })
  const role = type === 'fee_repayment' ? 'sending_organization' : 'accepting_company'
  const asked = at(0.5, { kind: 'ask', type, role, claimedJpy: money?.claimedJpy ?? null })
  if (terms === null) return [asked]
  const agreedJpy = money?.agreedJpy ?? null
  const dues = agreedJpy === null ? [] : duesOf(agreedJpy, moment, whole(acts, moment), today)
  return [asked, at(0.8, { kind: 'offer', agreedJpy, dues, terms }), at(0.99, { kind: 'accept' })]
}

/** The parts by the day each is due: all before `wholeAt`, or, while it is still being paid, one of them after today. */
function duesOf(agreedJpy: bigint, agreedAt: Date, wholeAt: Date | null, today: Date): Due[] {
  const [end, whole] = wholeAt ? [wholeAt, PARTS] : [today, PARTS - 0.5]
  return equalInstalments(agreedJpy, PARTS, dayInJapan(agreedAt)).map(({ amountMinor }, part) => ({
    amountMinor,
    dueOn: dayInJapan(between(agreedAt, end, (part + 1) / whole)),
  }))
}

/** When all of a remedy that was agreed on at `agreedAt` has come; null: it has not. */
function whole(acts: readonly DatedAct[], agreedAt: Date): Date | null {
  return movesOf(acts, 'remedy_delivered').find(({ moment }) => moment > agreedAt)?.moment ?? null
}

function arrivals(acts: readonly DatedAct[], today: Date, random: Random): DatedAct[] {
  const offer = acts.find(({ act }) => act.kind === 'offer' && act.dues.length > 0)
  const agreed = movesOf(acts, 'remedy_agreed')[0]
  if (!offer || !agreed) return []
  const until = new Date(today.getTime() - MARGIN_MS)
  const wholeAt = whole(acts, agreed.moment)
  const [end, parts] = wholeAt ? [wholeAt, PARTS] : [until, PARTS - 0.5]
  const pay = (part: number): DatedAct => {
    const moment = between(agreed.moment, end, (part + PAID_AT) / parts)
    return { act: { kind: 'pay', part, paidOn: dayInJapan(moment) }, moment }
  }
  const told = (part: number, moment: Date, arrived: 'yes' | 'no'): DatedAct => ({
    act: { kind: 'arrival', part, arrived },
    moment,
  })
  if (wholeAt) {
    const reopened = movesOf(acts, 'reopened')[0]
    const missing = reopened ? [told(PARTS - 1, between(reopened.moment, until, 0.3), 'no')] : []
    return [...Array.from({ length: PARTS }, (_, part) => pay(part)), ...missing]
  }
  const first = [pay(0), told(0, between(agreed.moment, end, 1.1 / parts), 'yes')]
  if (!random.chance(SECOND_PAID)) return first
  const second = [...first, pay(1)]
  return random.chance(SECOND_TOLD) ? [...second, told(1, between(agreed.moment, end, 2.2 / parts), 'yes')] : second
}

function movesOf(acts: readonly DatedAct[], to: string) {
  return acts.flatMap(({ act, moment }) => (act.kind === 'move' && act.to === to ? [{ act, moment }] : []))
}

function between(from: Date, until: Date, share: number): Date {
  return new Date(Math.floor(from.getTime() + (until.getTime() - from.getTime()) * share))
}
