import { latinDigits } from './local-digits'

/** Controls, format marks (right-to-left marks, joiners), private and unassigned characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu

/** Emoji, their variation selectors and the keycap frame. Digits themselves are not in here. */
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{FE0E}\u{FE0F}\u{20E3}]/gu

/** Line and page breaks become spaces before the other controls are dropped. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu

/**
 * What a person meant to type in a short field for numbers and codes: compatibility forms
 * unified (NFKC), local digits as Latin ones, invisible characters and emoji removed, blanks
 * collapsed. Not for names or stories: NFKC changes what people wrote.
 */
export function typedText(text: string): string {
  const visible = text.normalize('NFKC').replace(BREAKS, ' ').replace(UNSEEN, '').replace(EMOJI, '')
  return latinDigits(visible).replace(/\s+/gu, ' ').trim()
}
