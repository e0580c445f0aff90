import type { Translator } from '@/lib/i18n/translate'

/** Where a question stands on the paper form that is keyed in; nothing where none is. */
export function PaperNumber({ t, number }: { t: Translator; number: string | null }) {
  return number === null ? null : <p className="mute">{t('imports.paper_number', { number })}</p>
}
