import 'server-only'
import { requireGrant } from '@/lib/access/door'
import type { Grant } from '@/lib/access/grant'
import { notHere } from '@/lib/access/not-here'
import { parseCaseNumber } from '@/lib/domain/case-number'
import type { Remedy } from '@/lib/domain/remedies/remedy'
import type { Locale } from '@/lib/i18n/locales'
import { readRemedies, type RemediesReading } from '@/lib/usecases/remedies/read-remedies'

type Opened = RemediesReading & { readonly grant: Grant<'case.read'>; readonly address: string }

/** The remedies of a case for one of their pages; sign-in first, not found when there is no such case in the office. */
export async function openRemedies(locale: Locale, number: string, path = ''): Promise<Opened> {
  const address = `/${locale}/cases/${number}/remedies`
  const grant = await requireGrant('case.read', { locale, returnTo: `${address}${path}` })
  const reading = parseCaseNumber(number).ok ? await readRemedies(grant, number) : null
  return reading ? { ...reading, grant, address } : notHere(locale)
}

/** One of them; not found when the case has none of this id. */
export async function openRemedy(
  locale: Locale,
  number: string,
  remedyId: string,
  act: string,
): Promise<Opened & { readonly remedy: Remedy }> {
  const opened = await openRemedies(locale, number, `/${remedyId}/${act}`)
  const remedy = opened.remedies.find(({ id }) => id === remedyId)
  return remedy ? { ...opened, remedy } : notHere(locale)
}
