import 'server-only'
import { notHere } from '@/lib/access/not-here'
import { requireGrant } from '@/lib/access/door'
import type { Grant } from '@/lib/access/grant'
import type { Locale } from '@/lib/i18n/locales'
import { isId } from '@/lib/platform/ids'
import { readGroup, type GroupReading } from '@/lib/usecases/groups/read-groups'

/** For a page of a group: the pass and the group. Not found when it is not of this office. */
export async function openGroup(
  locale: Locale,
  id: string,
  act = '',
): Promise<GroupReading & { readonly grant: Grant<'group.manage'> }> {
  const grant = await requireGrant('group.manage', { locale, returnTo: `/${locale}/groups/${id}${act}` })
  const reading = isId(id) ? await readGroup(grant, id) : null
  return reading ? { grant, ...reading } : notHere(locale)
}
