import { Client, type QueryResult, type QueryResultRow } from 'pg'
import type { StaffActor } from '@/lib/access/grant'
import { appUrl, closeWithFile } from './database'

// SQL past the application's code, as its own role: what row-level security alone lets through.

/** In whose name: the settings `app.<name>` that the policies ask for. None: nobody. */
export type Who = Readonly<
  Partial<Record<'actor_kind' | 'actor_id' | 'office_id' | 'role' | 'case_id' | 'token_hash', string>>
>

let app: Promise<Client> | undefined

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: appUrl })
  await client.connect()
  closeWithFile(async () => {
    app = undefined
    await client.end()
  })
  return client
}

/** What a statement answers somebody; nothing of it stays. */
export async function as<T extends QueryResultRow>(
  who: Who,
  sql: string,
  ...values: unknown[]
): Promise<QueryResult<T>> {
  app ??= connect()
  const client = await app
  await client.query('BEGIN')
  try {
    for (const [name, value] of Object.entries(who))
      await client.query('SELECT set_config($1, $2, true)', [`app.${name}`, value])
    return await client.query<T>(sql, values)
  } finally {
    await client.query('ROLLBACK')
  }
}

/** How many rows a statement finds or changes for somebody. */
export async function rowsAs(who: Who, sql: string, ...values: unknown[]): Promise<number | null> {
  return (await as(who, sql, ...values)).rowCount
}

/** Somebody who works for an office. */
export const staffOf = (officeId: string, role = 'caseworker'): Who => ({
  actor_kind: 'staff',
  role,
  office_id: officeId,
  actor_id: crypto.randomUUID(),
})

/** A person who works for an office. */
export const staffAs = (actor: StaffActor): Who => ({ ...staffOf(actor.officeId, actor.role), actor_id: actor.id })

export const workerOf = (caseId: string): Who => ({ actor_kind: 'worker', case_id: caseId })
