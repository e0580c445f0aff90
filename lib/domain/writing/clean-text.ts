/** Control characters except newline and tab, byte order marks, and marks that turn the reading order around. */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\u202a-\u202e\u2066-\u2069]/gu

/**
 * Text as it can be stored and shown safely: one kind of line end, composed letters (NFC), nothing invisible
 * that could hide or reorder words. Joiners stay: Khmer, Nepali and emoji need them.
 */
export function cleanText(raw: string): string {
  return raw.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(UNPRINTABLE, '')
}
