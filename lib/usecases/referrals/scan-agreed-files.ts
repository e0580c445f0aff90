import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findCaseHead } from '@/lib/data/case-page'
import { listOpenFileIds, noteScan, findStoredFile, type StoredFile } from '@/lib/data/evidence'
import { findReferral } from '@/lib/data/referrals'
import { within } from '@/lib/data/within'
import { fileOfItem } from '@/lib/domain/referral/data-items'
import { openStored } from '../files/open-file'
import { hasScanner, scanFile } from '../files/scan-file'

/**
 * Before the files of a case go to somebody else: those that no scanner has looked through yet are shown to the one of this
 * installation, and what it said is kept (app.note_scan). What it found, and what it cannot look at now, does not go. Without a
 * scanner nothing happens; whoever sends reads that there is none.
 */
export async function scanAgreedFiles(
  grant: Grant<'case.change_state'>,
  number: string,
  referralId: string,
): Promise<void> {
  if (!hasScanner()) return
  const unscanned = await within(grant, async (on): Promise<StoredFile[]> => {
    const head = await findCaseHead(on, number)
    const caseSeal = head && (await findCaseSeal(on, head.id))
    const referral = caseSeal && (await findReferral(on, caseSeal, referralId))
    if (!head || !caseSeal || !referral) return []
    const open = new Set(await listOpenFileIds(on, head.id))
    const ids = referral.dataItems.flatMap((item) => fileOfItem(item) ?? []).filter((id) => open.has(id))
    const files = await Promise.all(ids.map((id) => findStoredFile(on, caseSeal, id)))
    return files.filter((file) => file !== null && file.scan === null) as StoredFile[]
  })
  for (const file of unscanned) {
    const opened = await openStored(async () => file)
    const result = opened.ok ? await scanFile(opened.value.bytes) : null
    if (result === 'clean' || result === 'found') await within(grant, (on) => noteScan(on, file.id, result))
  }
}
