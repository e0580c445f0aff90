import type { Translation } from '@/lib/domain/case-words'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { languageWord } from './words'

/** What a person made of the words above it, with who and when; without one, the way to add it. `href` is null where nothing is changed. */
export function TranslatedWords({
  t,
  translation,
  original,
  href,
}: {
  t: Translator
  translation: Translation | null
  /** Language of the words themselves. */
  original: string
  href: string | null
}) {
  if (translation === null)
    return href === null || original === t.locale ? null : (
      <p className="by noprint">
        <a href={href}>{t('cases.translate_add')}</a>
      </p>
    )
  return (
    <div className="words translated">
      <p className="said" lang={translation.language}>
        {translation.text}
      </p>
      <p className="by">
        {languageWord(t, translation.language)} ·{' '}
        {t('cases.translated_by', {
          name: translation.by?.displayName ?? t('cases.unsaid'),
          at: formatInstant(translation.at, t.locale),
        })}{' '}
        {href === null ? null : (
          <a className="noprint" href={href}>
            {t('cases.translate_change')}
          </a>
        )}
      </p>
    </div>
  )
}
