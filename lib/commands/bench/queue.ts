import type { Pool } from 'pg'
import { grantStaff, type Grant } from '@/lib/access/grant'
import { countQueue, countViews, listQueue } from '@/lib/data/case-queue'
import { within } from '@/lib/data/within'
import type { QueueFilter } from '@/lib/domain/case-queue-filter'
import type { GrievanceCode } from '@/lib/domain/grievances/catalog'
import type { QueueOffice } from './queue-fill'
import { randomFilters } from './queue-random'
import { measure, type Timing } from './timing'

const RUNS = 20
const WARM_UPS = 3
const RANDOM = 200
const PAGE = 25

/** One filter over all cases of an office, from asking the database to having the rows of a page. */
export type QueueTiming = Timing & { readonly name: string; readonly rows: number }

/** Measures every filter by itself, some together, and searches for words of every frequency, as the supervisor of the office. */
export async function benchQueue(owner: Pool, office: QueueOffice): Promise<QueueTiming[]> {
  const actor = {
    kind: 'staff',
    id: office.supervisorId,
    officeId: office.officeId,
    role: 'supervisor',
    displayName: '',
    locale: 'en',
  } as const
  const grant = grantStaff(actor, 'case.list')
  if (!grant) throw new Error('a supervisor sees the queue')
  const results: QueueTiming[] = []
  for (const [name, filter] of await wishes(owner, office)) {
    let rows = 0
    const timing = await measure(
      RUNS,
      1,
      async () => {
        rows = (await within(grant, (on) => listQueue(on, filter, null, PAGE))).rows.length
      },
      WARM_UPS,
    )
    results.push({ name, rows, ...timing })
  }
  const counted = await measure(
    RUNS,
    1,
    async () => {
      await within(grant, (on) => countViews(on, new Date()))
    },
    WARM_UPS,
  )
  return [
    ...results,
    { name: 'counts of the built-in views', rows: 6, ...counted },
    ...(await random(owner, office, grant)),
  ]
}

/** Filters put together at random: each of them visited once, or counted once as a saved view is. `rows` is how many found nothing. */
async function random(owner: Pool, office: QueueOffice, grant: Grant<'case.list'>): Promise<QueueTiming[]> {
  const { filters, searches } = await randomFilters(owner, office, RANDOM + WARM_UPS)
  const lines: readonly (readonly [string, readonly QueueFilter[], (filter: QueueFilter) => Promise<number>])[] = [
    [
      `${RANDOM} random combinations of 2 to 4 filters`,
      filters,
      (filter) => within(grant, async (on) => (await listQueue(on, filter, null, PAGE)).rows.length),
    ],
    [`${RANDOM} of them counted up to a hundred`, filters, (filter) => within(grant, (on) => countQueue(on, filter))],
    [
      `${RANDOM} random searches, half of them with filters`,
      searches,
      (filter) => within(grant, async (on) => (await listQueue(on, filter, null, PAGE)).rows.length),
    ],
  ]
  const results: QueueTiming[] = []
  for (const [name, wanted, read] of lines) {
    let nothing = 0
    const timing = await measure(
      RANDOM,
      1,
      async (index) => {
        const filter = wanted[index]
        if (filter && (await read(filter)) === 0) nothing += 1
      },
      WARM_UPS,
    )
    results.push({ name, rows: nothing, ...timing })
  }
  return results
}

export async function wishes(owner: Pool, office: QueueOffice): Promise<readonly (readonly [string, QueueFilter])[]> {
  const due = (more: Partial<QueueFilter>): QueueFilter => ({ view: 'due', ...more })
  const word = async (number: number) => {
    const { rows } = await owner.query<{ hash: string }>(`SELECT hashtextextended('w' || $1::int, 0)::text AS hash`, [
      number,
    ])
    return rows.map(({ hash }) => hash)
  }
  const search = (words: string[][], more: Partial<QueueFilter> = {}) =>
    due({ search: { words, numberPart: null, codes: [], parties: [] }, ...more })
  const [common, medium, rare] = [await word(0), await word(2000), await word(190_000)]
  const rareCode = 'child_labour' as GrievanceCode
  return [
    ['due first', due({})],
    ['mine', { view: 'mine' }],
    ['nobody’s', { view: 'free' }],
    ['waiting for the worker', { view: 'worker' }],
    ['closed', { view: 'closed' }],
    ['state appeal', due({ state: 'appeal' })],
    ['state closed, to look at', due({ state: 'closed' })],
    ['severity critical', due({ severity: 'critical' })],
    ['origin MM', due({ origin: 'MM' })],
    ['scheme', due({ scheme: 'engineer_humanities' })],
    ['category', due({ category: 'violence' })],
    ['rare category', due({ category: rareCode })],
    ['rare category, closed', { view: 'closed', category: rareCode }],
    ['assignee', due({ assigneeId: office.supervisorId })],
    ['waiting on a party', due({ waiting: 'party' })],
    ['unread', due({ isUnread: true })],
    ['signs', due({ hasSigns: true })],
    ['verdict', due({ verdict: 'within_cap' })],
    ['frequent label', due({ label: office.labels[1] })],
    ['rare label', due({ label: office.labels[0] })],
    ['label of no case', due({ label: office.labels[5] })],
    ['no date', due({ due: 'none' })],
    ['no date, critical, unread', due({ due: 'none', severity: 'critical', isUnread: true })],
    ['this week, critical', due({ due: 'week', severity: 'critical' })],
    ['critical + VN + violence', due({ severity: 'critical', origin: 'VN', category: 'violence' })],
    [
      'closed: critical + MM + rare label',
      { view: 'closed', severity: 'critical', origin: 'MM', label: office.labels[0] },
    ],
    ['closed: MM + within the limit + signs', { view: 'closed', origin: 'MM', verdict: 'within_cap', hasSigns: true }],
    ['mine + signs + unread + verdict', { view: 'mine', hasSigns: true, isUnread: true, verdict: 'prohibited' }],
    ['appeal + MM + party (none)', due({ state: 'appeal', origin: 'MM', waiting: 'worker' })],
    ['search: common word', search([common])],
    ['search: medium word', search([medium])],
    ['search: rare word', search([rare])],
    ['search: common + medium', search([common, medium])],
    ['search: two rare (none)', search([rare, await word(195_000)])],
    ['search: common word + critical + MM', search([common], { severity: 'critical', origin: 'MM' })],
    ['search: medium word + closed + violence', search([medium], { state: 'closed', category: 'violence' })],
    ['search: piece of a number', due({ search: { words: [], numberPart: '00123', codes: [], parties: [] } })],
    [
      'search: a code (appeal)',
      due({ search: { words: [await word(199_999)], numberPart: null, codes: ['s:appeal'], parties: [] } }),
    ],
  ]
}
