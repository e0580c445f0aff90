import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { listMigrations } from './database/migrate'
import { withSchemaEngine } from './database/schema-engine'
import { startThrowAwayServer } from './database/throw-away'

// `npm run db:migration -- <name>` writes the SQL that leads from the schema of the last migration to
// prisma/schema.prisma. The last state is kept beside the migrations, so the two can be compared.
// Row-level security, triggers and grants are not in the Prisma schema: add them to the file by hand.

const SCHEMA = path.join('prisma', 'schema.prisma')
const MIGRATIONS = path.join('prisma', 'migrations')
const MIGRATED_SCHEMA = path.join(MIGRATIONS, 'migrated.prisma')

/** Reads a file that may be missing. */
async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}

/** The SQL between two Prisma schemas; an empty string when nothing changed. */
async function sqlBetween(before: string | undefined, after: string): Promise<string> {
  // The engine compares two texts, but insists on a server to learn the dialect from.
  const server = await startThrowAwayServer()
  const datamodel = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  })
  try {
    const { stdout, exitCode } = await withSchemaEngine(server.superuserUrl, after, (engine) =>
      engine.diff({
        from: before === undefined ? { tag: 'empty' } : datamodel(before),
        to: datamodel(after),
        script: true,
        exitCode: true,
        filters: { externalTables: [], externalEnums: [] },
      }),
    )
    return exitCode === 0 ? '' : (stdout ?? '')
  } finally {
    await server.stop()
  }
}

const UTC_DIGITS_TO_SECOND = 14

const name = process.argv[2]
const printOnly = process.argv.includes('--print')
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Name the migration: npm run db:migration -- add_something [--print]\n')
  process.exit(1)
}
const schema = await readFile(SCHEMA, 'utf8')
const existing = (await readIfThere(MIGRATED_SCHEMA)) !== undefined ? await listMigrations() : []
const sql = await sqlBetween(await readIfThere(MIGRATED_SCHEMA), schema)
if (sql === '') {
  process.stdout.write('prisma/schema.prisma has not changed since the last migration.\n')
} else if (printOnly) {
  process.stdout.write(sql)
} else {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, UTC_DIGITS_TO_SECOND)
  const directory = path.join(MIGRATIONS, `${stamp}_${name}`)
  await mkdir(directory, { recursive: true })
  await writeFile(path.join(directory, 'migration.sql'), sql)
  await writeFile(MIGRATED_SCHEMA, schema)
  process.stdout.write(`${directory}/migration.sql (migration ${existing.length + 1})\n`)
}
