import type { Translator } from '@/lib/i18n/translate'

/** First in every page; goes to the element with id `main`. */
export function SkipLink({ t }: { t: Translator }) {
  return (
    <a className="skip" href="#main">
      {t('common.skip')}
    </a>
  )
}
