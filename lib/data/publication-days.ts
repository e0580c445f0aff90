import 'server-only'
import type { Scoped } from './within'

/** The day since which a public table has these numbers, `YYYY-MM-DD`; records `today` when it has others since. */
export async function recordPublication(
  on: Scoped<'system.publish'>,
  name: string,
  digest: Uint8Array<ArrayBuffer>,
  today: string,
): Promise<string> {
  const latest = await on.db.publicationDay.findFirst({ where: { name }, orderBy: { publishedOn: 'desc' } })
  if (latest !== null && Buffer.from(latest.digest).equals(digest)) return latest.publishedOn.toISOString().slice(0, 10)
  // Two processes may find the change at once: both say the same.
  await on.db
    .$executeRaw`INSERT INTO publication_day (name, published_on, digest) VALUES (${name}, ${today}::date, ${digest})
    ON CONFLICT (name, published_on) DO UPDATE SET digest = excluded.digest`
  return today
}
