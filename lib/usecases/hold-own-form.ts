import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { deleteDraft, findDraft, insertDraft } from '@/lib/data/drafts'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { readHeldForm, type HeldForm } from '@/lib/schemas/track/held-form'
import { newToken } from '@/lib/platform/token'

/**
 * Keeps what was typed into a form whose session had ended, sealed under a token that only this browser holds, and returns the
 * token. Lives as long as a draft does.
 */
export async function holdOwnForm(
  grantFor: (token: string) => Grant<'report.draft'>,
  held: HeldForm,
  locale: string,
): Promise<string> {
  const token = newToken()
  await within(grantFor(token), (on) =>
    insertDraft(on, token, { kind: 'held_form', locale, payload: held, now: now() }),
  )
  return token
}

/** What was held under this token; null when there is nothing of the kind any more. */
export function findHeldForm(grant: Grant<'report.draft'>, token: string): Promise<HeldForm | null> {
  return within(grant, async (on) => {
    const found = await findDraft(on, token, { now: now() })
    return found?.kind === 'held_form' ? readHeldForm(found.payload) : null
  })
}

/** Forgets what was held: it was sent. */
export function forgetHeldForm(grant: Grant<'report.draft'>, token: string): Promise<void> {
  return within(grant, (on) => deleteDraft(on, token))
}
