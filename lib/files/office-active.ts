/** Parts that run, or that carry a file of another program. */
const ACTIVE_PARTS =
  /(^|\/)(vbaProject|vbaData|vbaProjectSignature)|\/(activeX|embeddings|ctrlProps|externalLinks|macrosheets|dialogsheets|customUI)\/|^customUI\/|\.(bin|exe|dll|js|vbs|hta|html?|svg|svgz|mht|jar|scr|bat|cmd|ps1|lnk|ocx|ole)$/i
/** A printer's settings are binary and harmless. */
const HARMLESS = /\/printerSettings\/printerSettings\d*\.bin$/i

/** Whether a part of an office file may only be there when the file could do something. */
export function isActivePart(name: string): boolean {
  return ACTIVE_PARTS.test(name) && !HARMLESS.test(name)
}

/** Whether a part is words for a machine (XML), by its name as all office programs give it. */
export function isText(name: string): boolean {
  return /\.(xml|rels|vml)$/i.test(name)
}

/** Whether the words of a part name macros, fetch something from elsewhere when opened, or talk to another program (DDE). */
export function isActiveText(name: string, text: string): boolean {
  const plain = decodeReferences(text)
  if (name === '[Content_Types].xml') return /macroEnabled|vbaProject|activeX|oleObject/i.test(plain)
  if (/\.rels$/i.test(name)) return fetchesSomething(plain)
  if (/<w:(instrText|fldSimple)/.test(plain) && /\bDDE(AUTO)?\b/.test(plain)) return true
  return /<(w:object|o:OLEObject|oleObject|ddeLink|p:oleObj|w:altChunk)\b/.test(plain)
}

/** A link that a reader may tap is fine. A picture, a template or an object from elsewhere is fetched unasked and tells who reads. */
function fetchesSomething(rels: string): boolean {
  const relations = rels.match(/<(?:\w+:)?Relationship\b[^>]*>/g) ?? []
  return relations.some(
    (relation) =>
      /TargetMode\s*=\s*["']\s*External/i.test(relation) && !/Type\s*=\s*["'][^"']*\/hyperlink\s*["']/i.test(relation),
  )
}

/** `&#69;xternal` means External. */
function decodeReferences(text: string): string {
  return text.replaceAll(/&#(x[0-9a-f]+|\d+);/gi, (whole, code: string) => {
    const point = code.toLowerCase().startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number(code)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
