'use server'

import { redirect } from 'next/navigation'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { GROUP_LISTS, newGroupSchema } from '@/lib/schemas/case/groups'
import { makeGroup } from '@/lib/usecases/groups/change-group'
import { forgetHeld, grantOrHold } from '../../cases/[number]/held-form'

/** Makes a group and shows it. */
export async function makeGroupAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const held = { name: 'group', number: 'new', locale, address: `/${locale}/groups/new`, lists: GROUP_LISTS }
  const passed = await grantOrHold('group.manage', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(newGroupSchema, data, { lists: GROUP_LISTS })
  if (!form.ok) return form.state
  const made = await makeGroup(passed.grant, form.value)
  if (made.ok) {
    await forgetHeld(held)
    redirect(`/${locale}/groups/${made.value}?done=group_made`)
  }
  return made.error.code === 'group_full'
    ? refused('group_full', form.values)
    : invalidField('numbers', { key: 'cases.related_number_wrong' }, form.values)
}
