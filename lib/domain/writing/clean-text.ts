/**
 * Control characters except newline and tab, byte order marks, marks that turn the reading order around, and those of an
 * annotation, which stand for the readings of our own words (lib/i18n/readings.ts).
 */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu

/**
 * Text as it can be stored and shown safely: one kind of line end, composed letters (NFC), nothing invisible
 * that could hide or reorder words. Joiners stay: Khmer, Nepali and emoji need them.
 */
export function cleanText(raw: string): string {
  return raw.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(UNPRINTABLE, '')
}
