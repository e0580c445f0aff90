import { Sign } from '@/components/ui/sign'
import type { Translator } from '@/lib/i18n/translate'
import { verdictLook, type SaidVerdict } from './verdict-words'

/** The verdict as shape and word together; solid is certain, outlined is not. */
export function VerdictTag({ t, ...said }: SaidVerdict & { t: Translator }) {
  const { word, sign, look } = verdictLook(said)
  return (
    <span className={look === 'none' ? 'tag' : `tag ${look}`}>
      <Sign name={sign} size="text" /> {t(word)}
    </span>
  )
}
