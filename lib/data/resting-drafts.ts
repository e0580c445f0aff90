import 'server-only'
import { isResting } from '@/lib/domain/report/resting'
import { hashToken } from '@/lib/platform/token'
import type { Draft, DraftPermission } from './drafts'
import type { Scoped } from './within'

type OnDraft = Scoped<DraftPermission>

/** Marks that somebody looked at the draft, so that it does not rest. */
export async function touchDraft(on: OnDraft, id: string, now: Date): Promise<void> {
  await on.db.draft.updateMany({ where: { id }, data: { lastSeenAt: now, pinTries: 0 } })
}

/** A look counts as a sign of life at most this often, so that a page or a piece of a file is not a write every time. */
const TOUCH_EVERY_MS = 30_000

/** Keeps a draft that does not rest awake. One that was put to rest since it was read stays so. */
export async function keepAwake(on: OnDraft, draft: Pick<Draft, 'id' | 'lastSeenAt'>, now: Date): Promise<void> {
  const { id, lastSeenAt } = draft
  if (isResting(lastSeenAt, now) || now.getTime() - lastSeenAt.getTime() <= TOUCH_EVERY_MS) return
  await on.db.draft.updateMany({ where: { id, lastSeenAt }, data: { lastSeenAt: now, pinTries: 0 } })
}

/** Lets a draft rest at once, however lately somebody looked. */
export async function restDraft(on: OnDraft, token: string): Promise<void> {
  await on.db.draft.updateMany({ where: { tokenHash: hashToken(token) }, data: { lastSeenAt: new Date(0) } })
}

/** Sets or takes away (null) the digits that open a draft after a rest. `pinHash` is argon2id. */
export async function setDraftPin(on: OnDraft, id: string, pinHash: string | null): Promise<void> {
  await on.db.draft.updateMany({ where: { id }, data: { pinHash, pinTries: 0 } })
}

/** Counts one more wrong try. Call with the draft locked. */
export async function countPinTry(on: OnDraft, id: string): Promise<void> {
  await on.db.draft.updateMany({ where: { id }, data: { pinTries: { increment: 1 } } })
}
