/** Where a line may end: after a space, and between letters of scripts without spaces (UAX 14, as far as Latin and Japanese need). */
const NO_START = /^[、。，．）」』】〉》”’!?！？ー・：；,.)\]]/u
const PIECES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]+\s*|\s+/gu

/** A text in lines that are no wider than `most`; a word that is wider alone is cut. `width` measures a text. */
export function wrapText(text: string, most: number, width: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, most, width))
}

function wrapParagraph(text: string, most: number, width: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(PIECES) ?? []) {
    if (line === '' || width((line + piece).trimEnd()) <= most || NO_START.test(piece)) line += piece
    else {
      lines.push(line.trimEnd())
      line = piece
    }
    while (width(line.trimEnd()) > most && [...line].length > 1 && !NO_START.test(piece)) {
      const head = longestPart(line, most, width)
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  return [...lines, line.trimEnd()]
}

function longestPart(text: string, most: number, width: (text: string) => number): string {
  let head = ''
  for (const letter of text) {
    if (head !== '' && width(head + letter) > most) break
    head += letter
  }
  return head
}
