'use server'

import type { PreviewState } from '@/components/settings/preview-state'
import type { FormState } from '@/lib/http/form-state'
import { changeRule, openRuleForm } from '../change-rule'

/** Adds a rule of which there was no version. */
export async function addRuleAction(
  locale: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState | PreviewState> {
  const form = await openRuleForm(locale, { number: 'new', path: 'new' }, data)
  if ('state' in form) return form.state
  return changeRule(form, { kind: 'new', base: null }, data)
}
