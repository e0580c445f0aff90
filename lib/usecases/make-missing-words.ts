import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { addMissingWords } from '@/lib/data/case-words-backfill'
import { within } from '@/lib/data/within'

const AT_ONCE = 50

/** Makes the hashes of cases that were there before a search found words, a few at a time, until all have them. Returns how many had none. */
export async function findMissingWords(): Promise<number> {
  const grant = grantOpen({ kind: 'system' }, 'system.sweep')
  let total = 0
  for (;;) {
    const done = await within(grant, (on) => addMissingWords(on, AT_ONCE))
    total += done
    if (done < AT_ONCE) return total
  }
}
