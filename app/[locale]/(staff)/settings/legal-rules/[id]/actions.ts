'use server'

import { redirect } from 'next/navigation'
import { findGrant } from '@/lib/access/door'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { legalRuleFormSchema } from '@/lib/schemas/forums/legal-rule-form'
import { changeLegalRule } from '@/lib/usecases/forums/change-legal-rule'

/** Adds the next version of a rule on forums or time limits. The rule comes with the address, not with the form. */
export async function changeLegalRuleAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const grant = await findGrant('legal_rule.manage')
  if (!grant) return refused('session_over', readFields(data))
  const form = parseForm(legalRuleFormSchema, data)
  if (!form.ok) return form.state
  const { latest, edit, reason } = form.value
  const changed = await changeLegalRule(grant, id, latest, edit, reason)
  if (!changed.ok) return refused(REFUSALS[changed.error.code], form.values)
  redirect(`/${toLocale(locale)}/settings/legal-rules?saved=${id}`)
}

const REFUSALS = {
  not_found: 'not_found',
  changed_meanwhile: 'rule_changed_meanwhile',
  nothing_changed: 'rule_nothing_changed',
} as const
