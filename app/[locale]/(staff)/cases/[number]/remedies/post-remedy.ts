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
import type { RefusalKeys } from '@/lib/http/spoken-state'
import { toLocale } from '@/lib/i18n/locales'
import type { MessageKey } from '@/lib/i18n/message-key'
import { translatorFor } from '@/lib/i18n/translate'
import { forgetHeld, grantOrHold } from '../held-form'

type Refusal = { readonly code: string; readonly words?: string }

type RemedyPost<S extends z.ZodType, V> = {
  readonly locale: string
  readonly number: string
  /** Below the address of the remedies; also the name its words are kept under. */
  readonly path: string
  readonly schema: S
  readonly lists?: readonly string[]
  /** What the notice on the list says: `remedies.done_<done>`. */
  readonly done: string
  readonly write: (grant: Grant<'case.write_remedies'>, value: z.output<S>) => Promise<Result<V, Refusal>>
}

/** Refusals that are said at a field. */
const FIELD_OF_REFUSAL: Readonly<Record<string, { readonly field: string; readonly key: MessageKey }>> = {
  waives_rights: { field: 'terms', key: 'remedies.refused_waiver' },
  sum_differs: { field: 'amount', key: 'remedies.refused_sum' },
  schedule_empty: { field: 'part1', key: 'remedies.refused_schedule' },
  too_many_parts: { field: 'parts', key: 'remedies.parts_invalid' },
  amount_not_positive: { field: 'amount', key: 'remedies.amount_missing' },
  day_invalid: { field: 'firstDueOn', key: 'remedies.day_missing' },
  days_not_in_order: { field: 'due1', key: 'remedies.refused_order' },
  lane_missing: { field: 'lane', key: 'remedies.refused_lane' },
  line_unknown: { field: 'feeLineIds', key: 'remedies.refused_line' },
  line_claimed: { field: 'feeLineIds', key: 'remedies.refused_line_claimed' },
  mixed_currencies: { field: 'feeLineIds', key: 'remedies.refused_currencies' },
  party_unknown: { field: 'casePartyId', key: 'errors.choose_known' },
  other_currency: { field: 'amount', key: 'remedies.refused_currency' },
  evidence_unknown: { field: 'evidenceId', key: 'errors.choose_known' },
}

/** What a refusal of a whole form says. */
export const REMEDY_REFUSALS: RefusalKeys = {
  case_gone: 'cases.words_gone',
  offer_over: 'remedies.refused_over',
  not_agreed: 'remedies.refused_not_agreed',
}

/** The name that words of a form are held under. */
export function remedyForm(path: string): string {
  return `remedies${path}`
}

/** What every form of the remedies does: the pass (or the words are held), the schema, the change, back to the list with one notice. */
export async function postRemedy<S extends z.ZodType, V>(post: RemedyPost<S, V>, data: FormData): Promise<FormState> {
  const { locale, number, path, lists = [] } = post
  const remedies = `/${locale}/cases/${number}/remedies`
  const held = { name: remedyForm(path), number, locale, address: `${remedies}${path}`, lists }
  const passed = await grantOrHold('case.write_remedies', held, data)
  if ('state' in passed) return passed.state
  const t = translatorFor(toLocale(locale))
  const form = parseForm(post.schema, data, { lists })
  if (!form.ok) return withOpenAnswers(form.state, t)
  const done = await post.write(passed.grant, form.value)
  if (!done.ok) {
    const { code, words } = done.error
    if (code === 'not_found') notHere(locale)
    const atField = FIELD_OF_REFUSAL[code]
    if (atField) return invalidField(atField.field, { key: atField.key, params: { words: words ?? '' } }, form.values)
    revalidatePath(held.address)
    return refused(code, form.values)
  }
  await forgetHeld(held)
  redirect(`${remedies}?done=${post.done}`)
}
