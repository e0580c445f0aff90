import 'server-only'
import { unzipSync, zipSync, type Zippable } from 'fflate'
import { ok } from '@/lib/domain/result'
import { refused, Removals, type CleanResult } from './clean-file'
import { isActivePart, isActiveText, isText } from './office-active'
import { withoutJpegFacts } from './jpeg-segments'
import { withoutPeople, withoutThumbnail } from './office-people'

const UNPACKED_MAXIMUM = 64 * 1024 * 1024
const ENTRIES_MAXIMUM = 2_000
/** What packing again would not make smaller. */
const IS_PACKED = /\.(jpe?g|jfif|png|gif|webp|mp[34]|m4a|wdp)$/i

const CORE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
const APP =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
const CUSTOM =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'

/** What stands in place of the properties: the parts stay, so that every program still opens the file. */
const EMPTY: Readonly<Record<string, string>> = {
  'docProps/core.xml': CORE,
  'docProps/app.xml': APP,
  'docProps/custom.xml': CUSTOM,
}

/**
 * A Word, Excel or PowerPoint file without its properties, the names of who commented or changed, and facts inside its photos.
 * Macros, embedded files and anything fetched from elsewhere are `active_content`.
 */
export async function cleanOffice(bytes: Buffer, format: 'docx' | 'xlsx' | 'pptx'): Promise<CleanResult> {
  const parts = unpack(bytes)
  if (!parts) return refused('damaged')
  if (!parts['[Content_Types].xml']) return refused('damaged')
  const removals = new Removals()
  const clean: Zippable = {}
  for (const [name, content] of Object.entries(parts)) {
    if (isActivePart(name)) return refused('active_content')
    if (/^docProps\/thumbnail\./i.test(name)) {
      removals.add('thumbnail')
      continue
    }
    if (!isText(name)) {
      clean[name] = [withoutPhotoFacts(content, removals), { level: IS_PACKED.test(name) ? 0 : 6 }]
      continue
    }
    const text = readText(content)
    if (text === null) return refused('damaged')
    if (isActiveText(name, text)) return refused('active_content')
    clean[name] = [Buffer.from(withoutNames(name, text, removals), 'utf8'), { level: 6 }]
  }
  // One moment for all entries: when each was written is nobody's business. 1980 is where the format begins.
  const packed = zipSync(clean, { mtime: new Date(1980, 0, 1, 12) })
  return ok({
    format,
    bytes: Buffer.from(packed),
    removed: removals.codes,
    takenOn: null,
    durationSeconds: null,
  })
}

/** The entries of the archive; null when they are too many, too large, or not what the list of contents says. */
function unpack(bytes: Buffer): Record<string, Uint8Array> | null {
  let total = 0
  let count = 0
  const sizes = new Map<string, number>()
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      total += originalSize
      count += 1
      sizes.set(name, originalSize)
      return total <= UNPACKED_MAXIMUM && count <= ENTRIES_MAXIMUM && !name.endsWith('/')
    },
  })
  if (total > UNPACKED_MAXIMUM || count > ENTRIES_MAXIMUM || sizes.size !== count) return null
  return Object.entries(parts).every(([name, part]) => part.length === sizes.get(name)) ? parts : null
}

/** Only plain UTF-8 without definitions of its own: in any other coding the looks below could be fooled. */
function readText(content: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    const coding = /^<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/i.exec(text.slice(0, 1000))?.[1]
    if (coding !== undefined && !/^(utf-8|us-ascii)$/i.test(coding)) return null
    return text.includes('\0') || /<!(DOCTYPE|ENTITY)/i.test(text) ? null : text
  } catch {
    return null
  }
}

function withoutNames(name: string, text: string, removals: Removals): string {
  const empty = EMPTY[name]
  if (empty !== undefined) {
    if (/<dc:creator>[^<]|lastModifiedBy>[^<]|<Company>[^<]|<Manager>[^<]/.test(text)) removals.add('author')
    if (/<dcterms:/.test(text)) removals.add('date')
    if (/<Application>[^<]/.test(text)) removals.add('device')
    removals.add('other')
    return empty
  }
  if (name === '_rels/.rels') return withoutThumbnail(text)
  if (!/^(word|xl|ppt)\//.test(name)) return text
  const anonymous = withoutPeople(text)
  if (anonymous !== text) removals.add('author')
  return anonymous
}

/** A photo by its content: its name may say anything. */
function withoutPhotoFacts(content: Uint8Array, removals: Removals): Uint8Array {
  return withoutJpegFacts(Buffer.from(content.buffer, content.byteOffset, content.length), removals) ?? content
}
