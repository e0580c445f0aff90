const ENTITIES = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;', "'": '&#39;' } as const

/** A text as it may stand in HTML, in an element or in an attribute. */
export function escaped(text: string): string {
  return text.replaceAll(/[&"<>']/gu, (letter) => ENTITIES[letter as keyof typeof ENTITIES])
}
