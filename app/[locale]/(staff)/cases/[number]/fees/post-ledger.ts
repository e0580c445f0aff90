import 'server-only'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { withOpenAnswers } from '@/components/report/open-answers'
import type { Grant } from '@/lib/access/grant'
import { notHere } from '@/lib/access/not-here'
import type { Result } from '@/lib/domain/result'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import type { MessageKey, MessageParams } from '@/lib/i18n/message-key'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import { forgetHeld, grantOrHold } from '../held-form'

/** Where a form of the ledger stands: `path` below the address of the ledger; it is also the name its words are kept under. */
export type LedgerPlace = { readonly locale: string; readonly number: string; readonly path: string }

type LedgerPost<S extends z.ZodType> = LedgerPlace & {
  readonly schema: S
  readonly lists?: readonly string[]
  /** What the notice on the ledger says: `ledger.done_<done>`. */
  readonly done: string
  readonly write: (
    grant: Grant<'case.write_fees'>,
    value: z.output<S>,
  ) => Promise<Result<void, { readonly code: string }>>
  /** What a refusal that is said at a field says, where it needs the values of the form. */
  readonly params?: (value: z.output<S>, t: Translator) => MessageParams
}

/** Refusals that are said at a field. */
const FIELD_OF_REFUSAL: Readonly<Record<string, { readonly field: string; readonly key: MessageKey }>> = {
  reason_missing: { field: 'reason', key: 'ledger.reason_required' },
  party_unknown: { field: 'payee', key: 'errors.choose_known' },
  rate_invalid: { field: 'unitsPerUsd', key: 'ledger.rate_unreadable' },
  rate_too_far: { field: 'isSure', key: 'ledger.rate_too_far' },
  too_few_parts: { field: 'category2', key: 'ledger.split_two_parts' },
  parts_do_not_add_up: { field: 'amount1', key: 'ledger.split_sum_wrong' },
}

/**
 * What every form of the ledger does: the pass (or the words are held until sign-in), the schema, the change, and back to the
 * ledger with one notice. Refused, what was typed stays, and after a lost race the page shows how things stand now.
 */
export async function postLedger<S extends z.ZodType>(post: LedgerPost<S>, data: FormData): Promise<FormState> {
  const { locale, number, path, lists = [] } = post
  const fees = `/${locale}/cases/${number}/fees`
  const held = { name: heldName(path), number, locale, address: `${fees}${path}`, lists }
  const passed = await grantOrHold('case.write_fees', held, data)
  if ('state' in passed) return passed.state
  const t = translatorFor(toLocale(locale))
  const form = parseForm(post.schema, data, { lists })
  if (!form.ok) return withOpenAnswers(form.state, t)
  const done = await post.write(passed.grant, form.value)
  if (!done.ok) {
    const { code } = done.error
    if (code === 'not_found') notHere(locale)
    const atField = FIELD_OF_REFUSAL[code]
    if (atField)
      return invalidField(atField.field, { key: atField.key, params: post.params?.(form.value, t) ?? {} }, form.values)
    revalidatePath(held.address)
    return refused(code, form.values)
  }
  await forgetHeld(held)
  redirect(`${fees}?done=${post.done}`)
}

/** The name that words of a form are held under. */
export function heldName(path: string): string {
  return `fees${path}`
}
