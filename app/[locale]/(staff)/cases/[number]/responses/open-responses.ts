import 'server-only'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { parseCaseNumber } from '@/lib/domain/case-number'
import type { Locale } from '@/lib/i18n/locales'
import { readResponses, type ResponsesReading } from '@/lib/usecases/answers/read-responses'

/** The questions to parties of a case for one of their pages; sign-in first, not found when there is no such case in the office. */
export async function openResponses(locale: Locale, number: string, path = ''): Promise<ResponsesReading> {
  const returnTo = `/${locale}/cases/${number}/responses${path}`
  const grant = await requireGrant('case.read', { locale, returnTo })
  const reading = parseCaseNumber(number).ok ? await readResponses(grant, number) : null
  return reading ?? notHere(locale)
}
