import { Client } from 'pg'

/** Reads what this installation remembers under `key`. As owner: the application may read, not write. */
export async function readInstallation(ownerUrl: string, key: string): Promise<string | undefined> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ value: string }>('select value from installation where key = $1', [key])
    return rows[0]?.value
  })
}

/** Remembers `value` under `key`. */
export async function writeInstallation(ownerUrl: string, key: string, value: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(
      'insert into installation (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
      [key, value],
    ),
  )
}

/** The server's major version, 15 for 15.8. */
export async function serverMajor(ownerUrl: string): Promise<number> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`)
    return Math.floor(Number(rows[0]?.version) / 10_000)
  })
}

/** Settings of the server by which it says that something is kept before it is; none on a server that can be believed. */
export async function carelessSettings(ownerUrl: string): Promise<readonly string[]> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT name FROM unnest(ARRAY['fsync', 'full_page_writes', 'synchronous_commit']) AS name WHERE current_setting(name) = 'off' ORDER BY 1`,
    )
    return rows.map(({ name }) => name)
  })
}

async function withClient<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
