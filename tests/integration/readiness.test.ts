import { expect, test } from 'vitest'
import { assertPowerless } from '@/lib/commands/database/app-role'
import { migrateDatabase } from '@/lib/commands/database/migrate'
import { findReadiness } from '@/lib/data/readiness'
import { appUrl, ownerPool, ownerUrl } from '../support/database'

test('a migrated database with the application role is ready', async () => {
  expect(await findReadiness()).toBe('ready')
})

test('migrating a second time applies nothing', async () => {
  expect(await migrateDatabase(ownerUrl)).toEqual([])
})

test('the role that owns the schema is refused as the application role', async () => {
  await expect(assertPowerless(ownerUrl)).rejects.toThrow('row-level security would not bind it')
})

test('every table has row-level security, and the application role owns none', async () => {
  const { rows } = await ownerPool().query<{ table: string; bound: boolean; owner: string }>(
    `select relname as table, relrowsecurity as bound, pg_get_userbyid(relowner) as owner
       from pg_class join pg_namespace n on n.oid = relnamespace
      where n.nspname = 'public' and relkind in ('r', 'p') and relname <> '_prisma_migrations'`,
  )
  expect(rows.length).toBeGreaterThan(30)
  expect(rows.filter((row) => !row.bound)).toEqual([])
  expect(rows.filter((row) => row.owner === new URL(appUrl).username)).toEqual([])
})

test('a database that misses a migration is not ready', async () => {
  const { rows } = await ownerPool().query<{ migration_name: string }>(
    'delete from _prisma_migrations where migration_name = (select max(migration_name) from _prisma_migrations) returning migration_name',
  )
  expect(rows).toHaveLength(1)
  expect(await findReadiness()).toBe('migrations_missing')
})
