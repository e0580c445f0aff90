import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { countQueue, listQueue, type QueuePage } from '@/lib/data/case-queue'
import { within } from '@/lib/data/within'
import type { StaffActor } from '@/lib/access/grant'
import type { QueueFilter, QueueSearch } from '@/lib/domain/case-queue-filter'
import type { QueueCursor } from '@/lib/domain/case-queue'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { emptyDatabase, ownerPool } from '@/tests/support/database'

/** More than the walk in the order of the list looks at (app.queue_page), so that what is rare comes from the indexes. */
const CASES = 5_000
const ORDERS = {
  due: `coalesce(next_due_at, 'infinity'), id`,
  closed: 'state_changed_at DESC, id DESC',
  received: 'received_at DESC, id DESC',
}
const LOOK = `(state <> 'closed' OR unread_from_worker > 0 OR next_due_at IS NOT NULL)`

let office: string
let officer: StaffActor
let label: string
let searched: (search: Partial<QueueSearch>) => QueueSearch

async function fill(officeId: string): Promise<void> {
  await ownerPool().query(
    `INSERT INTO cases (id, number, office_id, submission_id, state, severity, origin, scheme, grievance_codes, channel, language, received_at, state_changed_at, next_due_at, unread_from_worker)
     SELECT gen_random_uuid(), left($1::text, 3) || i, $1::uuid, gen_random_uuid(), CASE WHEN i % 3 = 0 THEN 'investigation' WHEN i % 500 = 1 THEN 'appeal' ELSE 'closed' END,
       CASE WHEN i % 90 = 0 THEN 'critical' ELSE 'medium' END, CASE WHEN i % 7 = 0 THEN 'MM' ELSE 'VN' END, 'titp', CASE WHEN i % 400 = 0 THEN '{violence,fees_debt}' ELSE '{fees_debt}' END::text[], 'web', 'vi',
       now() - make_interval(mins => i), now() - make_interval(mins => i * 7919 % 5003), CASE WHEN i % 4 > 0 AND i % 3 = 0 THEN now() + make_interval(hours => i % 997) END, CASE WHEN i % 700 = 5 THEN 1 ELSE 0 END
     FROM generate_series(1, $2::int) AS i`,
    [officeId, CASES],
  )
  await ownerPool().query(
    `INSERT INTO case_words (case_id, office_id, hashes) SELECT id, office_id, CASE WHEN right(number, 3) = '123' THEN '{11,22}' ELSE '{11}' END::bigint[] FROM cases WHERE office_id = $1`,
    [officeId],
  )
}

beforeAll(async () => {
  await emptyDatabase()
  office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'supervisor')
  await fill(office)
  await fill(await anOffice('other'))
  label = randomUUID()
  await ownerPool().query(
    `INSERT INTO case_label (id, office_id, name, created_by_id, created_at) VALUES ($1, $2, 'seen', $3, now())`,
    [label, office, officer.id],
  )
  await ownerPool().query(`UPDATE cases SET label_ids = ARRAY[$1::uuid] WHERE office_id = $2 AND number LIKE '%77'`, [
    label,
    office,
  ])
  // An erased one fits nothing.
  await ownerPool().query(`UPDATE cases SET erased_at = now() WHERE office_id = $1 AND number LIKE '%3600'`, [office])
  await ownerPool().query('ANALYZE cases, case_words')
  searched = (search) => ({ words: [], numberPart: null, codes: [], parties: [], ...search })
})

/** Each filter with the same in plain SQL, as owner. */
const CASES_OF_FILTERS: readonly (readonly [
  string,
  () => QueueFilter,
  keyof typeof ORDERS,
  () => readonly [string, string?],
])[] = [
  ['one rare code', () => ({ view: 'due', state: 'appeal' }), 'due', () => [`${LOOK} AND state = 'appeal'`]],
  [
    'rare by two together',
    () => ({ view: 'due', severity: 'critical', origin: 'MM' }),
    'due',
    () => [`${LOOK} AND severity = 'critical' AND origin = 'MM'`],
  ],
  [
    'four together, closed',
    () => ({ view: 'closed', origin: 'MM', category: 'violence', scheme: 'titp', label }),
    'closed',
    () => [
      `state = 'closed' AND origin = 'MM' AND grievance_codes @> '{violence}' AND scheme = 'titp' AND $2::uuid = ANY (label_ids)`,
      label,
    ],
  ],
  [
    'closed, with a label',
    () => ({ view: 'closed', label }),
    'closed',
    () => [`state = 'closed' AND $2::uuid = ANY (label_ids)`, label],
  ],
  [
    'closed and still to look at',
    () => ({ view: 'due', state: 'closed', isUnread: true }),
    'due',
    () => [`state = 'closed' AND unread_from_worker > 0`],
  ],
  [
    'nobody’s, unread, without a date',
    () => ({ view: 'free', isUnread: true, due: 'none' }),
    'due',
    () => [`state <> 'closed' AND assignee_id IS NULL AND unread_from_worker > 0 AND next_due_at IS NULL`],
  ],
  [
    'a rare word',
    () => ({ view: 'due', search: searched({ words: [['22']] }) }),
    'received',
    () => [`number LIKE '%123'`],
  ],
  [
    'a frequent word and a rare code',
    () => ({ view: 'due', category: 'violence', search: searched({ words: [['11']] }) }),
    'received',
    () => [`grievance_codes @> '{violence}'`],
  ],
  [
    'a word or the name of a state, of one origin',
    () => ({ view: 'due', origin: 'MM', search: searched({ words: [['22']], codes: ['s:appeal'] }) }),
    'received',
    () => [`origin = 'MM' AND (number LIKE '%123' OR state = 'appeal')`],
  ],
  [
    'nothing that was typed is known',
    () => ({ view: 'due', origin: 'MM', search: searched({ words: [['33']] }) }),
    'received',
    () => ['false'],
  ],
]

describe('a queue longer than a walk', () => {
  it.each(CASES_OF_FILTERS)('finds the same as a plain query: %s', async (_name, filter, order, plain) => {
    const [condition, value] = plain()
    const { rows } = await ownerPool().query<{ id: string }>(
      `SELECT id FROM cases WHERE office_id = $1 AND erased_at IS NULL AND ${condition} ORDER BY ${ORDERS[order]}`,
      value === undefined ? [office] : [office, value],
    )
    const found: string[] = []
    let after: QueueCursor | null = null
    do {
      const from: QueueCursor | null = after
      const page: QueuePage = await within(staffGrant(officer, 'case.list'), (on) => listQueue(on, filter(), from, 10))
      found.push(...page.rows.map((row) => row.id))
      after = page.next
    } while (after !== null)
    expect(found).toEqual(rows.map(({ id }) => id))
    const counted = await within(staffGrant(officer, 'case.list'), (on) => countQueue(on, filter()))
    expect(counted).toBe(Math.min(rows.length, 100))
  })
})
