import { ORIGIN_CODES, type OriginCode } from '@/lib/domain/countries'
import type { Locale } from '@/lib/i18n/locales'

/** Where the readers of a language come from; those of English and Japanese come from everywhere. */
const HOMES: Partial<Record<Locale, readonly OriginCode[]>> = {
  vi: ['VN'],
  id: ['ID'],
  my: ['MM'],
  fil: ['PH'],
  km: ['KH'],
  ne: ['NP'],
  'zh-Hans': ['CN'],
  th: ['TH'],
}

/** The pages a phone keeps of a language, the shell of the offline report first; and of the pages they link to, which. */
export function keptBy(locale: Locale): { readonly pages: readonly string[]; readonly linked: readonly string[] } {
  const base = `/${locale}`
  const pages = ['/offline', '', '/help', '/fees', '/rights', '/rights/information', '/safety'].map(
    (path) => `${base}${path}`,
  )
  return { pages, linked: (HOMES[locale] ?? ORIGIN_CODES).map((origin) => `${base}/rights/${origin}/`) }
}
