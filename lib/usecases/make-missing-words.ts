import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { addMissingWords, endCaseWords, listWithoutWords } from '@/lib/data/case-words-backfill'
import { within } from '@/lib/data/within'
import { log } from '@/lib/platform/logger'

const AT_ONCE = 50
/** A run ends before it is taken for a lost one; the next goes on. */
const MOST_AT_A_RUN = 5_000

/**
 * Makes the hashes of cases that were there before a search found words, each by itself: one that cannot be opened stops no other,
 * and is tried again a day later. Returns how many have theirs now.
 */
export async function findMissingWords(): Promise<number> {
  const grant = grantOpen({ kind: 'system' }, 'system.sweep')
  let whole = 0
  let failed = 0
  while (whole + failed < MOST_AT_A_RUN) {
    const rows = await within(grant, (on) => listWithoutWords(on, AT_ONCE))
    if (rows.length === 0) break
    for (const row of rows) {
      try {
        await within(grant, (on) => addMissingWords(on, row))
        whole += 1
      } catch {
        await within(grant, (on) => endCaseWords(on, row.case_id, false))
        failed += 1
      }
    }
  }
  if (failed > 0) log('error', { event: 'words_not_made', count: failed })
  return whole
}
