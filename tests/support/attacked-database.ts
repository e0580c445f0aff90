import { randomUUID } from 'node:crypto'
import type { Person } from './attacked-people'
import { ownerPool } from './database'

/** How a report is counted no more. */
export const WAYS_OUT = ['withdrawn', 'erased', 'test', 'duplicate', 'deleted'] as const
export type WayOut = (typeof WAYS_OUT)[number]

const OUT: Readonly<Record<WayOut, string>> = {
  withdrawn: 'UPDATE cases SET in_statistics = false WHERE id = ANY ($1)',
  erased: 'UPDATE cases SET erased_at = now() WHERE id = ANY ($1)',
  test: 'UPDATE cases SET is_test = true WHERE id = ANY ($1)',
  duplicate: `UPDATE cases SET closing_code = 'duplicate_merged' WHERE id = ANY ($1)`,
  deleted: 'DELETE FROM cases WHERE id = ANY ($1)',
}

const COLUMNS = `id uuid, number text, office_id uuid, submission_id uuid, state text, severity text, scheme text, origin text, corridor text,
  grievance_codes text[], received_at timestamptz, paid_answer text, paid_total_jpy bigint, in_debt boolean, debt_jpy bigint,
  recruitment_cost_jpy bigint, first_month_jpy bigint, claimed_jpy bigint, repaid_jpy bigint`

/** The reports of made-up people in the database, by the number of each. */
export class StoredPeople {
  readonly #ids = new Map<number, string>()
  readonly #offices: Readonly<Record<string, string>>

  /** Ids of offices by their codes. */
  constructor(offices: Readonly<Record<string, string>>) {
    this.#offices = offices
  }

  /** Their reports come in. */
  async add(people: readonly Person[]): Promise<void> {
    const rows = people.map((person) => this.#row(person))
    await ownerPool().query(
      `INSERT INTO cases (${COLUMNS.replaceAll(/ (?:uuid|text|text\[\]|timestamptz|bigint|boolean)(?=,|$)/gu, '')},
         severity_reasons, danger_codes, channel, language, state_changed_at, in_statistics)
       SELECT r.*, '{}', '{}', 'web', 'vi', now(), true FROM jsonb_to_recordset($1) AS r (${COLUMNS})`,
      [JSON.stringify(rows)],
    )
    const sexes = people.flatMap(({ ref, traits: { sex } }) =>
      sex === 'unknown' ? [] : [{ id: randomUUID(), case_id: this.#ids.get(ref), sex }],
    )
    await ownerPool().query(
      `INSERT INTO case_person (id, case_id, kind, sex) SELECT r.id, r.case_id, 'worker', r.sex
       FROM jsonb_to_recordset($1) AS r (id uuid, case_id uuid, sex text)`,
      [JSON.stringify(sexes)],
    )
  }

  /** Their reports are counted no more. */
  async remove(people: readonly Person[], way: WayOut): Promise<void> {
    await ownerPool().query(OUT[way], [people.map(({ ref }) => this.#ids.get(ref))])
  }

  #row({ ref, traits, yen }: Person) {
    const id = randomUUID()
    this.#ids.set(ref, id)
    const code = (value: string) => (value === 'unknown' ? null : value)
    const { paid, debt, cost, claim } = traits
    return {
      id,
      number: randomUUID(),
      office_id: this.#offices[traits.office],
      submission_id: randomUUID(),
      state: traits.state,
      severity: traits.severity,
      scheme: code(traits.scheme),
      origin: code(traits.origin),
      corridor: traits.origin === 'unknown' ? null : `${traits.origin}-JP`,
      grievance_codes: traits.grievance === 'unknown' ? [] : traits.grievance.split(' '),
      received_at: `${traits.month}-10T03:00:00Z`,
      paid_answer: paid === 'untold' ? null : paid === 'no' ? 'no' : 'yes',
      paid_total_jpy: paid === 'known' ? yen : 0,
      in_debt: debt === 'untold' ? null : debt !== 'no',
      debt_jpy: debt === 'known' ? yen : null,
      recruitment_cost_jpy: cost === 'untold' ? null : Math.round((Number(cost) + 0.5) * 100_000),
      first_month_jpy: 100_000,
      claimed_jpy: claim === 'none' ? 0 : yen,
      repaid_jpy: claim === 'repaid' ? Math.ceil(yen / 2) : 0,
    }
  }
}
