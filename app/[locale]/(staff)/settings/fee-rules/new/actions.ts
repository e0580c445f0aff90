'use server'

import type { PreviewState } from '@/components/settings/preview-state'
import type { FormState } from '@/lib/http/form-state'
import { changeRule } from '../change-rule'

/** Adds a rule of which there was no version. */
export async function addRuleAction(
  locale: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState | PreviewState> {
  return changeRule(locale, { kind: 'new', base: null }, data)
}
