import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { deleteDraft, findDraft, insertDraft } from '@/lib/data/drafts'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'

/** A staff form whose session ended while somebody was typing. `form` names it and the case, for instance `message K7M4-Q9XD`. */
export type HeldForm = {
  readonly staffId: string
  readonly form: string
  readonly values: { readonly [field: string]: string | readonly string[] }
}

/** Keeps what was typed, sealed under a token that only this browser gets. */
export function holdForm(grant: Grant<'report.draft'>, token: string, held: HeldForm, locale: string): Promise<void> {
  return within(grant, async (on) => {
    await insertDraft(on, token, { kind: 'held_form', locale, payload: held, now: now() })
  })
}

/** What this person typed into this form before the session ended; null for anybody else, for another form, and when there is nothing. */
export async function findHeldForm(
  grant: Grant<'form.hold'>,
  token: string,
  form: string,
): Promise<HeldForm['values'] | null> {
  const draft = await within(grant, (on) => findDraft(on, token, { now: now() }))
  const held = draft?.kind === 'held_form' ? (draft.payload as HeldForm) : null
  return held && held.staffId === grant.actor.id && held.form === form ? held.values : null
}

/** Forgets what was kept; the form has been sent. */
export function forgetHeldForm(grant: Grant<'form.hold'>, token: string): Promise<void> {
  return within(grant, (on) => deleteDraft(on, token))
}
