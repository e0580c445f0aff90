import 'server-only'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { withOpenAnswers } from '@/components/report/open-answers'
import type { Grant } from '@/lib/access/grant'
import { notHere } from '@/lib/access/not-here'
import type { StaffPermission } from '@/lib/access/policy'
import type { Result } from '@/lib/domain/result'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import type { MessageKey, MessageParams } from '@/lib/i18n/message-key'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import { forgetHeld, grantOrHold } from './held-form'

/** A part of a case with forms of its own: the payments, the remedies. */
type Part<P extends StaffPermission> = {
  /** Its address below the one of the case; the words of its forms are held under names that begin with it. */
  readonly name: string
  readonly permission: P
  /** Refusals that are said at a field; every other one is said of the whole form. */
  readonly fieldOfRefusal: Readonly<Record<string, { readonly field: string; readonly key: MessageKey }>>
}

/** `words`: what a refusal at a field quotes. */
type Refusal = { readonly code: string; readonly words?: string }

type PartForm<P extends StaffPermission, S extends z.ZodType<object>> = {
  /** Below the address of the part. */
  readonly path: string
  readonly schema: S
  readonly lists?: readonly string[]
  /** What the notice on the page of the part says: `<room>.done_<done>`. */
  readonly done: string
  readonly write: (
    grant: Grant<P>,
    value: z.output<S> & { readonly number: string },
  ) => Promise<Result<unknown, Refusal>>
  /** What a refusal at a field says, where it needs the values of the form. */
  readonly params?: (value: z.output<S>, t: Translator) => MessageParams
}

type PartAction<Ids extends readonly string[]> = (
  locale: string,
  number: string,
  ...posted: [...ids: Ids, previous: FormState, data: FormData]
) => Promise<FormState>

/**
 * What every form of a part does: the pass (or the words are held until sign-in), the schema, the change, and back to the part
 * with one notice. Refused, what was typed stays, and after a lost race the page shows how things stand now. `formOf` gets the ids
 * that the address names.
 */
export function partAction<P extends StaffPermission>(part: Part<P>) {
  return <S extends z.ZodType<object>, Ids extends readonly string[]>(
    formOf: (...ids: Ids) => PartForm<P, S>,
  ): PartAction<Ids> =>
    async (locale, number, ...posted) => {
      const ids = posted.slice(0, -2) as unknown as Ids
      const data = posted.at(-1) as FormData
      const { path, schema, lists = [], done, write, params } = formOf(...ids)
      const home = `/${locale}/cases/${number}/${part.name}`
      const held = { name: `${part.name}${path}`, number, locale, address: `${home}${path}`, lists }
      const passed = await grantOrHold(part.permission, held, data)
      if ('state' in passed) return passed.state
      const t = translatorFor(toLocale(locale))
      const form = parseForm(schema, data, { lists })
      if (!form.ok) return withOpenAnswers(form.state, t)
      const written = await write(passed.grant, { ...form.value, number })
      if (written.ok) {
        await forgetHeld(held)
        redirect(`${home}?done=${done}`)
      }
      const { code, words = '' } = written.error
      if (code === 'not_found') notHere(locale)
      const atField = part.fieldOfRefusal[code]
      if (!atField) {
        revalidatePath(held.address)
        return refused(code, form.values)
      }
      const said = { key: atField.key, params: params?.(form.value, t) ?? { words } }
      return invalidField(atField.field, said, form.values)
    }
}
