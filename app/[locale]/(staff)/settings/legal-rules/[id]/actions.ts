'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { legalRuleFormSchema } from '@/lib/schemas/forums/legal-rule-form'
import { changeLegalRule } from '@/lib/usecases/forums/change-legal-rule'
import { forgetHeld, grantOrHold } from '../../../cases/[number]/held-form'

/** Adds the next version of a rule on forums or time limits. The rule comes with the address, not with the form. */
export async function changeLegalRuleAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${toLocale(locale)}/settings/legal-rules/${encodeURIComponent(id)}`
  const held = { name: 'legal-rule', number: id, locale: toLocale(locale), address }
  const passed = await grantOrHold('legal_rule.manage', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(legalRuleFormSchema, data)
  if (!form.ok) return form.state
  const { latest, edit, reason } = form.value
  const changed = await changeLegalRule(passed.grant, id, latest, edit, reason)
  if (!changed.ok) {
    revalidatePath(address)
    return refused(REFUSALS[changed.error.code], form.values)
  }
  await forgetHeld(held)
  redirect(`/${toLocale(locale)}/settings/legal-rules?saved=${id}`)
}

const REFUSALS = {
  not_found: 'not_found',
  changed_meanwhile: 'rule_changed_meanwhile',
  nothing_changed: 'rule_nothing_changed',
} as const
