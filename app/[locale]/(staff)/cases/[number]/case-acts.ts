import 'server-only'
import { notFound } from 'next/navigation'
import { requireGrant } from '@/lib/access/door'
import type { Grant } from '@/lib/access/grant'
import { findCaseHead } from '@/lib/data/case-page'
import { within, type Scoped } from '@/lib/data/within'
import { parseCaseNumber } from '@/lib/domain/case-number'
import type { CaseHead } from '@/lib/domain/case-file'
import type { Locale } from '@/lib/i18n/locales'

type ActPermission = 'case.take' | 'case.assign' | 'case.change_severity' | 'case.change_state'

/** For the page of one act on a case: the pass, the case as it stands, and what else the page reads. Not found when either is not there. */
export async function openAct<P extends ActPermission, T>(
  permission: P,
  place: { locale: Locale; number: string; act: string },
  read: (on: Scoped<P>, head: CaseHead) => Promise<T>,
): Promise<{ grant: Grant<P>; head: CaseHead; more: T }> {
  const { locale, number, act } = place
  const grant = await requireGrant(permission, { locale, returnTo: `/${locale}/cases/${number}/${act}` })
  if (!parseCaseNumber(number).ok) notFound()
  const found = await within(grant, async (on) => {
    const head = await findCaseHead(on, number)
    return head && { head, more: await read(on, head) }
  })
  return found ? { grant, ...found } : notFound()
}
