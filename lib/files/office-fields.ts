import { attributesIn, decodeReferences, tagsIn } from './xml-tags'

/** Fields of Word that show what the document itself says; all others fetch, run, or ask another program (DDE). */
const HARMLESS = new Set(
  [
    'ADDRESSBLOCK ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY BIDIOUTLINE CITATION COMMENTS COMPARE',
    'CREATEDATE DATE DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT',
    'GREETINGLINE HYPERLINK IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD MERGEREC MERGESEQ NEXT NEXTIF NOTEREF',
    'NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE QUOTE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET SHAPE',
    'SKIPIF STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME XE',
  ].flatMap((line) => line.split(' ')),
)
/** Stands where a field inside another gives a part of its words. */
const COMPUTED = '\0'
const FIELDS_DEEP_MAXIMUM = 100

type Field = { code: string; isShown: boolean }

/**
 * Whether a part has a field that is not harmless. Word joins the pieces of a field over as many runs as there are, so they are
 * joined here as well; a field whose name is itself computed is not harmless.
 */
export function hasActiveField(text: string): boolean {
  if (!/instrText|fldSimple/i.test(text)) return false
  const open: Field[] = []
  let loose = ''
  let textFrom: number | null = null
  for (const tag of tagsIn(text)) {
    if (textFrom !== null) {
      const words = decodeReferences(text.slice(textFrom, tag.start))
      textFrom = null
      const field = open.at(-1)
      if (field === undefined) loose += words
      else if (!field.isShown) field.code += words
    }
    if (tag.isEnd) continue
    if ((tag.name === 'instrText' || tag.name === 'delInstrText') && !tag.isEmpty) textFrom = tag.end
    else if (tag.name === 'fldSimple') {
      if (!isHarmless(valueOf(text, tag, 'instr'))) return true
    } else if (tag.name === 'fldChar') {
      const kind = valueOf(text, tag, 'fldCharType')
      if (kind === 'begin') open.push({ code: '', isShown: false })
      else if (kind === 'separate') {
        const field = open.at(-1)
        if (field) field.isShown = true
      } else if (kind === 'end') {
        const field = open.pop()
        if (field && !isHarmless(field.code)) return true
        const outer = open.at(-1)
        if (field && outer && !outer.isShown) outer.code += COMPUTED
      }
      if (open.length > FIELDS_DEEP_MAXIMUM) return true
    }
  }
  return [loose, ...open.map(({ code }) => code)].some((code) => !isHarmless(code))
}

function isHarmless(code: string): boolean {
  const words = code.trimStart()
  // Empty, or a sum.
  if (words === '' || words.startsWith('=')) return true
  const name = /^[^\s\\"]{1,40}/.exec(words)?.[0] ?? ''
  return HARMLESS.has(name.toUpperCase())
}

function valueOf(text: string, tag: Parameters<typeof attributesIn>[1], wanted: string): string {
  for (const { name, start, end } of attributesIn(text, tag)) {
    if (name === wanted) return decodeReferences(text.slice(start, end))
  }
  return ''
}
