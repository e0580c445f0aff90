import type { Client } from 'pg'
import { ownerPool } from '../database'

// What the database says of itself.

export type Column = {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly length: number | null
  readonly isRequired: boolean
  readonly hasDefault: boolean
  readonly isKey: boolean
  /** The table of a foreign key of this column alone. */
  readonly refersTo: string | null
  readonly isRead: boolean
  readonly isGiven: boolean
  readonly isChanged: boolean
}

let columns: Promise<readonly Column[]> | undefined

/** Every column of every table, view and partition of the application's own schemas, and what its role may do with it. */
export function readColumns(): Promise<readonly Column[]> {
  columns ??= columnsOf(ownerPool())
  return columns
}

/** The same of any database. */
export async function columnsOf(client: Pick<Client, 'query'>): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, NULL) AS type,
            CASE WHEN a.atttypid = 'bpchar'::regtype THEN a.atttypmod - 4 END AS length,
            a.attnotnull AS "isRequired", a.atthasdef OR a.attidentity <> '' AS "hasDefault",
            EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p' AND a.attnum = ANY (k.conkey)) AS "isKey",
            (SELECT min(k.confrelid::regclass::text) FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.conkey = ARRAY[a.attnum]) AS "refersTo",
            has_column_privilege('fair_passage_app', c.oid, a.attnum, 'SELECT') AS "isRead",
            has_column_privilege('fair_passage_app', c.oid, a.attnum, 'INSERT') AS "isGiven",
            has_column_privilege('fair_passage_app', c.oid, a.attnum, 'UPDATE') AS "isChanged"
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relname <> '_prisma_migrations'
      ORDER BY c.relname, a.attnum`,
  )
  return rows
}
