import { LOCALE_FACTS, LOCALES } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translate'
import { LanguageLinks } from './language-links'
import { LeaveLink } from './leave'
import { Brand } from './logo'
import { Pictogram } from './pictogram'

/** Mark, language, Leave: the same on every worker page and always in this order. */
export function TopBar({ t }: { t: Translator }) {
  return (
    <header className="top">
      <Brand href={`/${t.locale}`} name="Passage" />
      <LanguageMenu t={t} />
      <LeaveLink t={t} />
    </header>
  )
}

/** Opens without scripts; the languages stand in their own names. */
export function LanguageMenu({ t }: { t: Translator }) {
  const languages = LOCALES.map((code) => ({ code, ownName: LOCALE_FACTS[code].ownName }))
  return (
    <details className="lang">
      <summary>
        <Pictogram name="globe" size="text" />
        <span className="vh">{t('common.language')}</span>
        {LOCALE_FACTS[t.locale].ownName}
      </summary>
      <LanguageLinks current={t.locale} languages={languages} />
    </details>
  )
}
