import { DamagedFile } from './clean-file'

/** A tag of XML: its name without prefix, the text from `start` to `end`, and where its attributes begin. */
export type Tag = {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly from: number
  readonly isEnd: boolean
  readonly isEmpty: boolean
}
/** An attribute: its name without prefix, and where its value stands between the quotes. */
export type Attribute = { readonly name: string; readonly start: number; readonly end: number }

const NAME_MAXIMUM = 500
/** What ends a name in a tag. */
const isBlank = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
const LOCAL = /[^:]*$/

/**
 * The tags of a text, in order, each letter looked at once; a `>` inside quotes is no end of a tag. Comments, CDATA and
 * instructions are passed over. Throws DamagedFile for what is no XML.
 */
export function* tagsIn(text: string): Generator<Tag> {
  for (let start = text.indexOf('<'); start !== -1;) {
    const passed = passedOver(text, start)
    if (passed !== null) {
      start = text.indexOf('<', passed)
      continue
    }
    const isEnd = text[start + 1] === '/'
    const first = start + (isEnd ? 2 : 1)
    const from = endOfName(text, first)
    const close = endOfTag(text, from)
    const name = localName(text.slice(first, from))
    yield { name, start, end: close + 1, from, isEnd, isEmpty: text[close - 1] === '/' }
    start = text.indexOf('<', close + 1)
  }
}

/** The attributes of a tag, in order. Throws DamagedFile for what is no XML. */
export function* attributesIn(text: string, tag: Tag): Generator<Attribute> {
  const end = tag.end - (tag.isEmpty ? 2 : 1)
  for (let at = tag.from; ;) {
    while (at < end && isBlank(text.charCodeAt(at))) at += 1
    if (at >= end) return
    const after = endOfName(text, at)
    const name = localName(text.slice(at, after))
    let equals = after
    while (isBlank(text.charCodeAt(equals))) equals += 1
    if (text[equals] !== '=') throw new DamagedFile()
    let quote = equals + 1
    while (isBlank(text.charCodeAt(quote))) quote += 1
    const sign = text[quote]
    if (sign !== '"' && sign !== "'") throw new DamagedFile()
    const last = text.indexOf(sign, quote + 1)
    if (last === -1 || last >= end) throw new DamagedFile()
    yield { name, start: quote + 1, end: last }
    at = last + 1
  }
}

/** A text with `&#69;` and the like as letters. */
export function decodeReferences(text: string): string {
  return text.replaceAll(/&#(x[0-9a-f]{1,8}|\d{1,10});/gi, (whole, code: string) => {
    const point = code.toLowerCase().startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number(code)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

/** The end of a comment, CDATA or instruction that begins here; null when a tag begins. */
function passedOver(text: string, start: number): number | null {
  const ending = text.startsWith('<!--', start)
    ? '-->'
    : text.startsWith('<![CDATA[', start)
      ? ']]>'
      : text[start + 1] === '?'
        ? '?>'
        : null
  if (ending === null) return null
  const at = text.indexOf(ending, start + 2)
  if (at === -1) throw new DamagedFile()
  return at + ending.length
}

function endOfName(text: string, from: number): number {
  for (let at = from; at - from <= NAME_MAXIMUM; at += 1) {
    const code = text.charCodeAt(at)
    // Blank, / > =, or the end of the text.
    if (isBlank(code) || code === 0x2f || code === 0x3e || code === 0x3d || Number.isNaN(code)) {
      if (at === from) break
      return at
    }
  }
  throw new DamagedFile()
}

function endOfTag(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 0x3e) return at
    else if (code === 0x22 || code === 0x27) quote = code
    else if (code === 0x3c) throw new DamagedFile()
  }
  throw new DamagedFile()
}

function localName(name: string): string {
  return LOCAL.exec(name)?.[0] ?? name
}
