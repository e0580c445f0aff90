import 'server-only'
import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRef,
  PDFStream,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { ok } from '@/lib/domain/result'
import { refused, Removals, type CleanResult } from './clean-file'
import { limitDecoding } from './pdf-limit'
import { cleanPhotos } from './pdf-photos'

/** Names that only stand in a PDF which does something by itself or carries other files. */
const ACTIVE_KEYS = ['JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'XFA', 'RichMediaContent', 'AA'] as const
const ACTIVE_TYPES = new Set(['/JavaScript', '/Launch', '/SubmitForm', '/ImportData', '/Rendition', '/Movie', '/Sound'])
const ACTIVE_SUBTYPES = new Set(['/RichMedia', '/FileAttachment', '/Movie', '/Sound', '/Screen', '/3D'])
/** What tells of who made it, with which program, and what it was before. */
const TELLING_KEYS = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb', 'Info'] as const

/**
 * A PDF without what says who made it: description, XMP, earlier versions of its objects, facts inside its photos. One with a
 * password is `locked_file`; one that could run, open or carry something is `active_content`.
 */
export async function cleanPdf(bytes: Buffer): Promise<CleanResult> {
  const decoding = limitDecoding()
  let pdf: PDFDocument
  try {
    pdf = await PDFDocument.load(bytes, {
      updateMetadata: false,
      // Nobody else waits in the process that reads it.
      parseSpeed: ParseSpeeds.Fastest,
      throwOnInvalidObject: false,
      preserveXFA: true,
    })
  } catch (error) {
    return refused(error instanceof EncryptedPDFError ? 'locked_file' : 'damaged')
  }
  // The reader passes over what it could not unpack.
  if (decoding.isExceeded) return refused('damaged')
  if (pdf.isEncrypted || pdf.context.trailerInfo.Encrypt) return refused('locked_file')
  if (hasActiveContent(pdf)) return refused('active_content')
  const removals = new Removals()
  dropFacts(pdf, removals)
  dropUnreachable(pdf)
  cleanPhotos(pdf, removals)
  const saved = await pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
  return ok({
    format: 'pdf',
    bytes: Buffer.from(saved),
    removed: removals.codes,
    takenOn: null,
    durationSeconds: null,
    pages: pdf.getPageCount(),
  })
}

function hasActiveContent(pdf: PDFDocument): boolean {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    for (const dict of dictsIn(object)) if (isActive(dict)) return true
  }
  // A place to open at is fine; an action is not.
  return pdf.catalog.lookup(PDFName.of('OpenAction')) instanceof PDFDict && !isGoTo(pdf)
}

function isGoTo(pdf: PDFDocument): boolean {
  const action = pdf.catalog.lookup(PDFName.of('OpenAction'))
  return action instanceof PDFDict && String(action.get(PDFName.of('S'))) === '/GoTo'
}

function isActive(dict: PDFDict): boolean {
  if (ACTIVE_KEYS.some((key) => dict.has(PDFName.of(key)))) return true
  if (ACTIVE_TYPES.has(text(dict, 'S'))) return true
  return text(dict, 'Type') === '/EmbeddedFile' || ACTIVE_SUBTYPES.has(text(dict, 'Subtype'))
}

function text(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? String(value) : ''
}

/** An object's own dictionaries, also those written inside others. */
function* dictsIn(object: PDFObject): Iterable<PDFDict> {
  const open: PDFObject[] = [object]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next instanceof PDFStream) open.push(next.dict)
    else if (next instanceof PDFArray) open.push(...next.asArray())
    else if (next instanceof PDFDict) {
      yield next
      open.push(...next.values())
    }
  }
}

function dropFacts(pdf: PDFDocument, removals: Removals): void {
  const { context } = pdf
  const info = context.trailerInfo.Info ? context.lookup(context.trailerInfo.Info) : undefined
  if (info instanceof PDFDict) {
    if (info.has(PDFName.of('Author'))) removals.add('author')
    if (info.has(PDFName.of('Producer')) || info.has(PDFName.of('Creator'))) removals.add('device')
    if (info.has(PDFName.of('CreationDate')) || info.has(PDFName.of('ModDate'))) removals.add('date')
    if (['Title', 'Subject', 'Keywords'].some((key) => info.has(PDFName.of(key)))) removals.add('comments')
  }
  delete context.trailerInfo.Info
  delete context.trailerInfo.ID
  for (const [, object] of context.enumerateIndirectObjects()) {
    for (const dict of dictsIn(object)) {
      for (const key of TELLING_KEYS) if (dict.delete(PDFName.of(key))) removals.add('other')
    }
  }
  pdf.catalog.delete(PDFName.of('OpenAction'))
}

/** Deletes what nothing points to: earlier versions, and what was just cut off. */
function dropUnreachable(pdf: PDFDocument): void {
  const { context } = pdf
  const seen = new Set<string>()
  const open: PDFObject[] = context.trailerInfo.Root ? [context.trailerInfo.Root] : []
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next instanceof PDFRef) {
      if (seen.has(next.toString())) continue
      seen.add(next.toString())
      const target = context.lookup(next)
      if (target) open.push(target)
    } else if (next instanceof PDFStream) open.push(next.dict)
    else if (next instanceof PDFArray) open.push(...next.asArray())
    else if (next instanceof PDFDict) open.push(...next.values())
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!seen.has(ref.toString())) context.delete(ref)
}
