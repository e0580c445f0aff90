import 'server-only'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { client } from './client'

/** Why the database cannot serve this version of the application, or that it can. */
export type Readiness = 'ready' | 'migrations_missing' | 'role_too_powerful'

/**
 * Asks the database, as the application's role, whether every migration of this version is applied and whether
 * row-level security binds the role: no superuser, no bypass, owner of nothing. Reads no row of anybody.
 */
export async function findReadiness(): Promise<Readiness> {
  const role = await client().$queryRaw<{ is_bound: boolean }[]>`
    SELECT NOT (rolsuper OR rolbypassrls)
       AND NOT EXISTS (SELECT 1 FROM pg_class WHERE pg_has_role(current_user, relowner, 'member')) AS is_bound
      FROM pg_roles WHERE rolname = current_user`
  if (!role[0]?.is_bound) return 'role_too_powerful'
  const applied = await client().$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
  const names = new Set(applied.map(({ name }) => name))
  return (await migrationsOfThisVersion()).every((name) => names.has(name)) ? 'ready' : 'migrations_missing'
}

let migrations: Promise<string[]> | undefined

function migrationsOfThisVersion(): Promise<string[]> {
  migrations ??= readdir(path.join(process.cwd(), 'prisma', 'migrations'), { withFileTypes: true }).then((entries) =>
    entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name),
  )
  return migrations
}
