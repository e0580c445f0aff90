/** How a message carries the reading of a word: `[漢字|かんじ]`. Nothing else in a message has this form. */
const WRITTEN = /\[([^[\]|]+)\|([^[\]|]+)\]/gu

/** The words of a message without their readings. */
export function withoutReadings(message: string): string {
  return message.replace(WRITTEN, '$1')
}
