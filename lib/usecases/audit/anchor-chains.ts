import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { listAuditHeads } from '@/lib/data/audit-heads'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { addAnchors } from '@/lib/storage/anchor-files'

/** Writes the end of every audit chain that went on to AUDIT_ANCHOR_DIRECTORY. Returns how many did; nothing where none is set. */
export async function anchorChains(): Promise<number> {
  const directory = env().AUDIT_ANCHOR_DIRECTORY
  if (directory === undefined) return 0
  const heads = await within(grantOpen({ kind: 'system' }, 'system.sweep'), listAuditHeads)
  const at = now().toISOString()
  return addAnchors(
    directory,
    heads.map((head) => ({ ...head, at })),
  )
}
