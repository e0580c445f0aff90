import { Client, escapeIdentifier, escapeLiteral } from 'pg'

/**
 * The owner of the schema in a server of ours. It is no superuser, so that a start here needs no right that
 * a hosted PostgreSQL would not give; it may create roles, because the migrations create the application's.
 */
const OWNER = 'fair_passage_owner'

/** Connection string of the owner for the database `name` on the server of `superuserUrl`. */
export function ownerUrl(superuserUrl: string, name: string, password: string): string {
  const url = new URL(superuserUrl)
  url.username = OWNER
  url.password = password
  url.pathname = `/${name}`
  return url.toString()
}

/** Creates role and database where they are missing; returns the owner's connection string. */
export async function createOwnedDatabase(superuserUrl: string, name: string, password: string): Promise<string> {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [OWNER])
    const verb = role.rowCount === 0 ? 'create' : 'alter'
    await client.query(`${verb} role ${OWNER} login createrole password ${escapeLiteral(password)}`)
    const database = await client.query('select 1 from pg_database where datname = $1', [name])
    if (database.rowCount === 0) {
      await client.query(`create database ${escapeIdentifier(name)} owner ${OWNER}`)
    }
  } finally {
    await client.end()
  }
  return ownerUrl(superuserUrl, name, password)
}
