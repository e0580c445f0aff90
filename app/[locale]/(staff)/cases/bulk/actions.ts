'use server'

import { redirect } from 'next/navigation'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import type { BulkKind } from '@/lib/domain/bulk-act'
import { ok } from '@/lib/domain/result'
import { invalidField, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { isId } from '@/lib/platform/ids'
import {
  bulkAssignSchema,
  bulkCloseSchema,
  bulkHandOverSchema,
  bulkKind,
  bulkLabelSchema,
  bulkUnlabelSchema,
  readChosen,
} from '@/lib/schemas/case/bulk'
import { closeAlikeCases, undoClosing } from '@/lib/usecases/abuse/close-alike'
import { assignCases, handOverCases, labelCases } from '@/lib/usecases/bulk-act'
import { labelNamed } from '@/lib/usecases/manage-labels'
import { undoAssignment, undoHandOver, undoLabels } from '@/lib/usecases/undo-bulk-act'
import { forgetHeld, grantOrHold, type StaffForm } from '../[number]/held-form'

const LISTS = { lists: ['case'] }

/** Does one thing to all ticked cases, each by itself, and shows how it ended for each. */
export async function bulkAction(
  locale: string,
  kind: BulkKind,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const known = bulkKind.safeParse(kind)
  if (!known.success) notHere(toLocale(locale))
  const form = { name: 'bulk', number: kind, locale, address: addressOf(locale, kind, data), ...LISTS }
  switch (known.data) {
    case 'assign': {
      const passed = await grantOrHold('case.assign', form, data)
      if ('state' in passed) return passed.state
      const parsed = parseForm(bulkAssignSchema, data, LISTS)
      if (!parsed.ok) return parsed.state
      const { conflict, case: cases, ...bulk } = parsed.value
      // A tie of one case is remembered with it; of several nobody said which.
      const hasConflict = conflict === 'yes'
      if (hasConflict && cases.length > 1)
        return invalidField('conflict', { key: 'cases.bulk_conflict_refused' }, parsed.values)
      await assignCases(passed.grant, { ...bulk, cases, hasConflict })
      return shown(form, bulk.requestId)
    }
    case 'hand_over': {
      const passed = await grantOrHold('case.hand_over', form, data)
      if ('state' in passed) return passed.state
      const parsed = parseForm(bulkHandOverSchema, data, LISTS)
      if (!parsed.ok) return parsed.state
      const { conflict, case: cases, ...bulk } = parsed.value
      // A tie of one case is remembered with it; of several nobody said which.
      const hasConflict = conflict === 'yes'
      if (hasConflict && cases.length > 1)
        return invalidField('conflict', { key: 'cases.bulk_conflict_refused' }, parsed.values)
      await handOverCases(passed.grant, { ...bulk, cases, hasConflict })
      return shown(form, bulk.requestId)
    }
    case 'label': {
      const passed = await grantOrHold('case.label', form, data)
      if ('state' in passed) return passed.state
      const parsed = parseForm(bulkLabelSchema, data, LISTS)
      if (!parsed.ok) return parsed.state
      const { requestId, case: cases, labelId, newLabel } = parsed.value
      const label = newLabel === '' ? ok(labelId) : await labelNamed(passed.grant, { id: requestId, name: newLabel })
      if (!label.ok) return invalidField('newLabel', { key: 'cases.bulk_label_retired' }, parsed.values)
      await labelCases(passed.grant, { requestId, cases, labelId: label.value, isOn: true })
      return shown(form, requestId)
    }
    case 'close': {
      const passed = await grantOrHold('case.change_state', form, data)
      if ('state' in passed) return passed.state
      const parsed = parseForm(bulkCloseSchema, data, LISTS)
      if (!parsed.ok) return parsed.state
      const { case: cases, ...bulk } = parsed.value
      await closeAlikeCases(passed.grant, { ...bulk, cases })
      return shown(form, bulk.requestId)
    }
    case 'unlabel': {
      const passed = await grantOrHold('case.label', form, data)
      if ('state' in passed) return passed.state
      const parsed = parseForm(bulkUnlabelSchema, data, LISTS)
      if (!parsed.ok) return parsed.state
      const { case: cases, ...bulk } = parsed.value
      await labelCases(passed.grant, { ...bulk, cases, isOn: false })
      return shown(form, bulk.requestId)
    }
  }
}

/** How it ended, and nothing kept of the form any more. */
async function shown(form: StaffForm, requestId: string): Promise<never> {
  await forgetHeld(form)
  redirect(`/${form.locale}/cases/bulk/${requestId}`)
}

/** The page of the form, with the cases that were ticked. */
function addressOf(locale: string, kind: BulkKind, data: FormData): string {
  const chosen = readChosen(data.getAll('case').filter((one) => typeof one === 'string'))
  const cases = chosen.map(({ number, version }) => `case=${number}.${version}`)
  return `/${locale}/cases/bulk?${[`act=${kind}`, ...cases].join('&')}`
}

/** Takes an act on several cases back, where that can be. */
export async function undoAction(language: string, id: string, kind: BulkKind): Promise<void> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/bulk/${id}`
  if (isId(id)) {
    const returnTo = { locale, returnTo: address }
    if (kind === 'assign') await undoAssignment(await requireGrant('case.assign', returnTo), id)
    else if (kind === 'close')
      await undoClosing(
        await requireGrant('case.change_state', returnTo),
        id,
        translatorFor(locale)('cases.bulk_close_undone'),
      )
    else if (kind === 'hand_over') await undoHandOver(await requireGrant('case.hand_over', returnTo), id)
    else await undoLabels(await requireGrant('case.label', returnTo), id)
  }
  redirect(address)
}
