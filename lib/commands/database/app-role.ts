import { hkdfSync } from 'node:crypto'
import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg'

/** The role without a login that holds the application's rights; the migrations create it. */
const GROUP_ROLE = 'fair_passage_app'
const LONGEST_NAME = 63
const PASSWORD_BYTES = 24

/**
 * Creates or renews the login role the application connects as, and checks that it cannot get around row-level
 * security. Its password follows from the installation's first encryption key: it is written down nowhere, and another
 * key does not shut out processes that run.
 *
 * @returns the application's connection string
 * @throws when the role owns or may do too much, or when the owner may not create roles; the message says what to run
 */
export async function ensureAppRole(ownerUrl: string, encryptionKey: string): Promise<string> {
  const database = databaseOf(ownerUrl)
  const role = `${database.slice(0, LONGEST_NAME - '_app'.length)}_app`
  const password = passwordFor(database, encryptionKey)
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const existing = await client.query('select 1 from pg_roles where rolname = $1', [role])
    const name = escapeIdentifier(role)
    const verb = existing.rowCount === 0 ? 'create' : 'alter'
    await client.query(`${verb} role ${name} login password ${escapeLiteral(password)}`)
    const member = await client.query(`select pg_has_role($1, $2, 'member') as is_member`, [role, GROUP_ROLE])
    if (!(member.rows[0] as { is_member: boolean }).is_member) await client.query(`grant ${GROUP_ROLE} to ${name}`)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '42501') throw error
    throw new Error(
      `The role of DATABASE_URL may not create the application's role. As an administrator of the server, run\n` +
        `  create role ${escapeIdentifier(role)} login password '...';  grant ${GROUP_ROLE} to ${escapeIdentifier(role)};\n` +
        `and start with APP_DATABASE_URL set to that role's connection string.`,
    )
  } finally {
    await client.end()
  }
  const url = new URL(ownerUrl)
  url.username = encodeURIComponent(role)
  url.password = encodeURIComponent(password)
  await assertPowerless(url.toString())
  return url.toString()
}

/** Refuses a role that could read past row-level security or change the schema. */
export async function assertPowerless(appUrl: string): Promise<void> {
  const client = new Client({ connectionString: appUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ is_powerful: boolean; owns: number; is_member: boolean }>(
      `select (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb) as is_powerful,
              (select count(*)::int from pg_class where pg_has_role(current_user, relowner, 'member')) as owns,
              pg_has_role(current_user, $1, 'member') as is_member
         from pg_roles where rolname = current_user`,
      [GROUP_ROLE],
    )
    const found = rows[0]
    if (!found || found.is_powerful || found.owns > 0) {
      throw new Error(
        'The application role is a superuser, may create roles or owns tables: row-level security would not bind it.',
      )
    }
    if (!found.is_member) throw new Error(`The application role is not a member of ${GROUP_ROLE}.`)
  } finally {
    await client.end()
  }
}

function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

/** HKDF-SHA-256 (RFC 5869), bound to the database so that two installations on one server differ. */
function passwordFor(database: string, encryptionKey: string): string {
  const bytes = hkdfSync(
    'sha256',
    Buffer.from(encryptionKey, 'base64'),
    database,
    'fair-passage/app-role',
    PASSWORD_BYTES,
  )
  return Buffer.from(bytes).toString('base64url')
}
