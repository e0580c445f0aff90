import type { BrowserKind } from '@/lib/domain/browser-kind'
import type { Translator } from '@/lib/i18n/translate'

/** A kind of browser in words: "Firefox, Windows". */
export function browserWords(t: Translator, { browser, system }: BrowserKind): string {
  return t('account.browser', { browser: t(`account.browser_${browser}`), system: t(`account.system_${system}`) })
}
