import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { withSchemaEngine } from './schema-engine'

type MigrationFiles = { readonly name: string; readonly sql: string }[]

const MIGRATIONS = path.join(process.cwd(), 'prisma', 'migrations')

/** Every migration of this version of the product, oldest first. */
export async function listMigrations(): Promise<MigrationFiles> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.toSorted().map(async (name) => ({
      name,
      sql: await readFile(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8'),
    })),
  )
}

/**
 * Brings a database up to this version of the product: what `prisma migrate deploy` does, recorded in the
 * same `_prisma_migrations` table. Runs as the owner of the schema.
 *
 * @param ownerUrl connection string of the role that owns the schema
 * @param onProgress called once per migration that was applied
 * @param isWanted which migrations count, of those of this version; left out: all
 * @returns the names of the migrations applied now; empty when the database was up to date
 * @throws when a migration fails; the engine's message names it
 */
export async function migrateDatabase(
  ownerUrl: string,
  onProgress: (name: string) => void = () => undefined,
  isWanted: (name: string) => boolean = () => true,
): Promise<string[]> {
  const migrations = (await listMigrations()).filter(({ name }) => isWanted(name))
  if (migrations.length === 0) throw new Error(`no migrations in ${MIGRATIONS}`)
  if (await isMigrated(ownerUrl, migrations)) return []
  const schema = await readFile(path.join(process.cwd(), 'prisma', 'schema.prisma'), 'utf8')
  const { appliedMigrationNames } = await withSchemaEngine(ownerUrl, schema, (engine) =>
    engine.applyMigrations({
      migrationsList: {
        baseDir: MIGRATIONS,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  appliedMigrationNames.forEach(onProgress)
  return appliedMigrationNames
}

/** The quick way out of an ordinary start: opening the engine costs more than asking the table. */
async function isMigrated(ownerUrl: string, migrations: MigrationFiles): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const table = await client.query<{ found: string | null }>(`select to_regclass('_prisma_migrations') as found`)
    if (!table.rows[0]?.found) return false
    const done = await client.query<{ migration_name: string }>(
      'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    )
    const names = new Set(done.rows.map((row) => row.migration_name))
    return migrations.every(({ name }) => names.has(name))
  } finally {
    await client.end()
  }
}
