import { rmSync } from 'node:fs'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyRing, KEY_PURPOSES, derivedKey, type KeyPurpose } from '@/lib/sealing/master-key'
import { caseSealFrom } from '@/lib/sealing/case-seal'
import { unwrapKey } from '@/lib/sealing/key-wrap'
import { SealBroken, unsealBytes } from '@/lib/sealing/seal'
import { sweep } from '@/lib/usecases/sweep'
import { STORY } from '../support/builders'
import { copyOut, KEY_TABLES, restored } from '../support/data-copy'
import { ownerPool } from '../support/database'
import { aToldLedger } from '../support/told-ledger'

let caseId = ''
const folders: string[] = []

beforeAll(async () => {
  ;({ caseId } = await aToldLedger())
})
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

async function kept(isWanted: (table: string) => boolean): Promise<string> {
  const folder = await copyOut(isWanted)
  folders.push(folder)
  return folder
}

type Sealed = { readonly table: string; readonly column: string; readonly id: string; readonly bytes: Buffer }

/** Everything sealed that the case has anywhere in a database. */
async function sealedOf(client: Client): Promise<Sealed[]> {
  const { rows: columns } = await client.query<{ table: string; column: string }>(
    `SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
       JOIN information_schema.columns k ON k.table_schema = 'public' AND k.table_name = c.table_name AND k.column_name = 'case_id'
      WHERE c.table_schema = 'public' AND c.column_name LIKE 'sealed%'`,
  )
  const found: Sealed[] = []
  for (const { table, column } of columns) {
    const { rows } = await client.query<{ id: string; bytes: Buffer }>(
      `SELECT coalesce(to_jsonb(t) ->> 'id', '') AS id, ${column} AS bytes FROM "${table}" t WHERE case_id = $1 AND octet_length(${column}) > 28`,
      [caseId],
    )
    found.push(...rows.map((row) => ({ table, column, ...row })))
  }
  return found
}

/** What of it opens with every key that this database and this process have between them. */
async function opened(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string; wrapped: Buffer }>(
    'SELECT case_id AS id, wrapped_key AS wrapped FROM case_key',
  )
  const seals = rows.map(({ id, wrapped }) => caseSealFrom(id, wrapped))
  const keys = [
    ...rows.map(({ id, wrapped }) => unwrapKey('case', id, wrapped)),
    ...keyRing().known.flatMap((master) =>
      (Object.keys(KEY_PURPOSES) as KeyPurpose[]).map((purpose) => derivedKey(master, purpose)),
    ),
  ]
  return (await sealedOf(client)).flatMap(({ table, column, id, bytes }) => {
    const place = `${table}.${column}`
    const tries = [
      ...seals.map((seal) => () => seal.unseal(place, id, bytes)),
      ...keys.map((key) => () => unsealBytes(key, { owner: caseId, column: place, row: id }, bytes).toString('utf8')),
    ]
    return tries.flatMap((attempt) => {
      try {
        return [attempt()]
      } catch (error) {
        if (error instanceof SealBroken) return []
        throw error
      }
    })
  })
}

test('an erased case is erased in a backup from before, once the copy of the keys was made anew', async () => {
  const data = await kept((table) => !KEY_TABLES.has(table))
  const keysBefore = await kept((table) => KEY_TABLES.has(table))
  await ownerPool().query(`UPDATE cases SET erase_due_at = now() - interval '1 day' WHERE id = $1`, [caseId])
  expect((await sweep()).erasedCases).toBe(1)
  const keysAfter = await kept((table) => KEY_TABLES.has(table))

  // The backup has the words, and would open with the keys of its time: so the test can fail.
  expect(await restored([data, keysBefore], opened)).toContain(STORY)
  const [sealed, open] = await restored(
    [data, keysAfter],
    async (client) => [await sealedOf(client), await opened(client)] as const,
  )
  expect(sealed.length).toBeGreaterThan(3)
  expect(open).toEqual([])
})
