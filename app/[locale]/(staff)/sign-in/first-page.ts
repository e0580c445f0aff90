import type { StaffRole } from '@/lib/access/policy'
import { safeNext } from '@/lib/http/safe-next'
import type { Locale } from '@/lib/i18n/locales'

/** Where somebody goes after signing in: where they wanted to, or the first room of their role. */
export function afterSignIn(locale: Locale, next: unknown, role: StaffRole): string {
  return safeNext(next) ?? (role === 'administrator' ? `/${locale}/statistics` : `/${locale}/cases`)
}

/** A page of the way in, which leads on to `next`. */
export function stepPath(locale: Locale, step: string, next: unknown): string {
  const wanted = safeNext(next)
  return `/${locale}/sign-in${step === '' ? '' : `/${step}`}${wanted === null ? '' : `?next=${encodeURIComponent(wanted)}`}`
}
