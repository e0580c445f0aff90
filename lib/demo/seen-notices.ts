import type { Client } from 'pg'

/** So many of the latest notices are new to each person. */
const NEW_NOTICES = 6

/**
 * What happened was seen by those it concerns, but for the latest few: of a life of eighteen months a desk that somebody opens for
 * the first time shows what one morning brings. Nobody gets mail about it.
 */
export async function seeOldNotices(owner: Client): Promise<void> {
  await owner.query(
    `UPDATE notice n SET by_mail = false,
       read_at = CASE WHEN o.place > $1 THEN coalesce(n.read_at, least(n.created_at + interval '1 hour', now())) ELSE n.read_at END
     FROM (SELECT id, row_number() OVER (PARTITION BY staff_id ORDER BY created_at DESC, id) AS place FROM notice) o WHERE o.id = n.id`,
    [NEW_NOTICES],
  )
}
