import { randomUUID } from 'node:crypto'
import { ownerPool } from './database'

/** Columns of `cases` by name, as the database has them. */
export type CaseColumns = Readonly<Record<string, unknown>>

/** Inserts so many reports of consenting technical interns, received on 10 March 2026, with these columns otherwise. */
export async function addCountedCases(officeId: string, count: number, columns: CaseColumns): Promise<void> {
  for (let index = 0; index < count; index++) {
    const values: Record<string, unknown> = {
      id: randomUUID(),
      number: randomUUID(),
      office_id: officeId,
      submission_id: randomUUID(),
      state: 'received',
      severity: 'low',
      severity_reasons: [],
      scheme: 'titp',
      channel: 'web',
      language: 'vi',
      grievance_codes: ['fees_debt'],
      danger_codes: [],
      received_at: '2026-03-10T00:00:00Z',
      state_changed_at: '2026-03-10T00:00:00Z',
      in_statistics: true,
      ...columns,
    }
    const names = Object.keys(values)
    await ownerPool().query(
      `INSERT INTO cases (${names.join(', ')}) VALUES (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
      Object.values(values),
    )
  }
}
