import type { Client } from 'pg'

/**
 * What happened long ago was seen long ago: of the notices that a life of eighteen months left, those of the last two days are new.
 * Nobody gets mail about it, and nobody is reminded today of what was overdue before that.
 */
export async function seeOldNotices(owner: Client): Promise<void> {
  await owner.query(
    `UPDATE notice SET by_mail = false, read_at = coalesce(read_at, CASE WHEN created_at < now() - interval '2 days' THEN created_at + interval '1 hour' END)`,
  )
  await owner.query(`UPDATE deadline SET remind_at = NULL WHERE due_at < now() - interval '2 days'`)
}
