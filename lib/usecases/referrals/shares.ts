import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import {
  listGivenShares,
  listReceivedShares,
  openShare,
  openSharedBytes,
  sealOutcome,
  updateShare,
  type Share,
  type ShareContent,
  type SharedFile,
} from '@/lib/data/referral-shares'
import { findOffice } from '@/lib/data/offices'
import { markShareSeen } from '@/lib/data/own-notices'
import { within } from '@/lib/data/within'
import type { ReferralOutcome } from '@/lib/domain/referral/outcomes'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { fileObject } from '@/lib/storage/keys'
import { fileStore } from '@/lib/storage/store'

/** What other offices shared with this one, and what it shared with them. Who looks has seen which ones were closed. */
export function readShares(grant: Grant<'share.read'>) {
  return within(grant, async (on) => {
    await markShareSeen(on, now())
    return { received: await listReceivedShares(on), given: await listGivenShares(on) }
  })
}

/** Opens a share that this office was given; who opened it is written down. Null: none here, or it was closed. */
export function readShare(
  grant: Grant<'share.read'>,
  id: string,
): Promise<{ share: Share; content: ShareContent; from: string } | null> {
  return within(grant, async (on) => {
    const opened = await openShare(on, id)
    if (!opened) return null
    const { share, content } = opened
    // The sender sees that somebody looked; the first time only, so that a page read again changes no version.
    const isFirst = share.openedAt === null && (await updateShare(on, share, { openedAt: now() }))
    await markShareSeen(on, now(), id)
    const from = (await findOffice(on, share.fromOfficeId))?.name ?? ''
    await appendAudit(on, grant.actor.officeId, 'share.opened', { detail: { shareId: id } })
    return { share: isFirst ? { ...share, version: share.version + 1 } : share, content, from }
  })
}

/** `not_found`: no such share, or the worker took the yes back. */
export type ShareError = { readonly code: 'not_found' | 'changed_meanwhile' | 'damaged' }

/** What the other office says: it takes the matter on, it does not, or what came of it. */
export type ShareAnswer = {
  readonly id: string
  readonly version: number
  readonly act: 'accept' | 'decline' | 'answer'
  readonly code: ReferralOutcome | null
  readonly words: string | null
  readonly language: string
}

/** Answers a share, in the own name. An end comes back into the case of the office that asked. */
export function answerShare(grant: Grant<'share.answer'>, answer: ShareAnswer): Promise<Result<void, ShareError>> {
  return within(grant, async (on) => {
    const opened = await openShare(on, answer.id)
    if (!opened) return err({ code: 'not_found' })
    const at = now()
    const { act, words, language } = answer
    const outcome = words === null ? {} : { outcome: { sealed: sealOutcome(opened.shareSeal, words), language } }
    const decided = opened.share.decision === null ? { decidedAt: at } : {}
    const change =
      act === 'accept'
        ? { ...decided, decision: 'accepted' as const }
        : act === 'decline'
          ? { ...decided, ...outcome, decision: 'declined' as const, outcomeCode: 'declined', answeredAt: at }
          : {
              ...decided,
              ...outcome,
              decision: 'accepted' as const,
              outcomeCode: answer.code ?? 'advice_given',
              answeredAt: at,
            }
    if (!(await updateShare(on, answer, change))) return err({ code: 'changed_meanwhile' })
    await appendAudit(on, grant.actor.officeId, 'share.answered', {
      detail: { shareId: answer.id, act, outcomeCode: change.decision === 'declined' ? 'declined' : answer.code },
    })
    return ok(undefined)
  })
}

/** A drawn pack of a share in one language, or the JSON. Null: not here. */
export async function takeSharedPack(
  grant: Grant<'share.read'>,
  id: string,
  language: string,
): Promise<{ format: 'pdf' | 'json'; bytes: Uint8Array } | null> {
  const opened = await within(grant, async (on) => {
    const found = await openShare(on, id)
    if (found) await appendAudit(on, grant.actor.officeId, 'share.pack_taken', { detail: { shareId: id, language } })
    return found
  })
  if (!opened) return null
  const { pack, pdfs } = opened.content
  if (language === 'all')
    return { format: 'json', bytes: new TextEncoder().encode(`${JSON.stringify(pack, null, 2)}\n`) }
  const pdf = pdfs[language]
  return pdf === undefined ? null : { format: 'pdf', bytes: Buffer.from(pdf, 'base64') }
}

/** A file of the case that was agreed to, for the office it was shared with. Null: not here, or the store lost it. */
export async function takeSharedFile(
  grant: Grant<'share.read'>,
  id: string,
  fileId: string,
): Promise<{ file: SharedFile; bytes: Buffer } | null> {
  const file = await within(grant, async (on) => {
    const found = (await openShare(on, id))?.content.files.find((one) => one.id === fileId)
    if (found) await appendAudit(on, grant.actor.officeId, 'share.file_taken', { detail: { shareId: id, fileId } })
    return found
  })
  const sealed = file && (await fileStore().get(fileObject(file.storageKey)))
  const bytes = file && sealed && openSharedBytes(file, sealed)
  return file && bytes ? { file, bytes } : null
}
