import { money } from '@/components/case/words'
import type { MessageParams } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'

/** What parts come to, of how much, and what is left or too much; minor units of one currency. */
export function splitSums(
  t: Translator,
  { currency, parts, whole }: { readonly currency: string; readonly parts: bigint; readonly whole: bigint },
): MessageParams {
  const say = (minor: bigint) => money(t, minor, currency) ?? ''
  return {
    sum: say(parts),
    whole: say(whole),
    rest: parts < whole ? 'less' : 'more',
    missing: say(parts < whole ? whole - parts : parts - whole),
  }
}
