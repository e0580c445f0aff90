import { hasActiveField } from './office-fields'
import { attributesIn, decodeReferences, tagsIn } from './xml-tags'

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

/** Tags of an object of another program, or of a file to be put in on opening, in any of the formats. */
const ACTIVE_TAGS = new Set(['object', 'OLEObject', 'oleObject', 'oleObj', 'ddeLink', 'altChunk'])
const MAY_BE_ACTIVE = /object|oleObj|ddeLink|altChunk/i

/** Whether the words of a part name macros, fetch something from elsewhere when opened, or talk to another program (DDE). */
export function isActiveText(name: string, text: string): boolean {
  if (name === '[Content_Types].xml') {
    return /macroEnabled|vbaProject|activeX|oleObject/i.test(decodeReferences(text))
  }
  if (/\.rels$/i.test(name)) return fetchesSomething(text)
  if (hasActiveField(text)) return true
  if (!MAY_BE_ACTIVE.test(text)) return false
  for (const tag of tagsIn(text)) if (ACTIVE_TAGS.has(tag.name)) return true
  return false
}

/** A link that a reader may tap is fine. A picture, a template or an object from elsewhere is fetched unasked and tells who reads. */
function fetchesSomething(rels: string): boolean {
  for (const tag of tagsIn(rels)) {
    if (tag.name !== 'Relationship' || tag.isEnd) continue
    let isElsewhere = false
    let isLink = false
    for (const { name, start, end } of attributesIn(rels, tag)) {
      const value = () => decodeReferences(rels.slice(start, end)).trim()
      if (name === 'TargetMode') isElsewhere = /^external$/i.test(value())
      else if (name === 'Type') isLink = /\/hyperlink$/i.test(value())
    }
    if (isElsewhere && !isLink) return true
  }
  return false
}
