import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as fontkit from '@cantoo/fontkit'
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib'

/** Noto Sans, SIL Open Font License 1.1 (fonts/OFL.txt): the first font that has a letter draws it. */
const FILES = ['noto-sans.ttf', 'noto-sans-jp.woff'] as const
const FOLDER = path.join(process.cwd(), 'lib', 'files', 'referral-pack', 'fonts')

/** Scripts whose letters stand one after the other. Others join or reorder theirs, which we do not do: they would come out wrong. */
const SIMPLE = /^[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}]$/u

/** Each letter by its own glyph: taken apart or joined ones would be read back as other letters. */
const PLAIN = { ccmp: false, liga: false, clig: false, calt: false, locl: false }

/** A piece of a line that one font draws. */
export type Run = { readonly font: PDFFont; readonly text: string }

/** The fonts of one document. */
export type PackFonts = {
  /** Whether every letter of the text is drawn rightly: known to a font, and of a script that needs no joining or reordering. */
  readonly draws: (text: string) => boolean
  /** The text cut where the font changes. What no font has is left out: ask `draws` first. */
  readonly runs: (text: string) => readonly Run[]
  readonly width: (text: string, size: number) => number
}

const bytes = new Map<string, Buffer>()
const letters = new Map<string, ReadonlySet<number>>()

/** Puts the fonts that a text needs into a document; of each only the letters that are used are kept in it. */
export async function embedPackFonts(document: PDFDocument, text: string): Promise<PackFonts> {
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0])
  const used = new Set([...text].map((letter) => FILES.find((name) => lettersOf(name).has(letter.codePointAt(0) ?? 0))))
  const fonts: { font: PDFFont; letters: ReadonlySet<number> }[] = []
  for (const name of FILES.filter((one, index) => index === 0 || used.has(one))) {
    const font = await document.embedFont(fontBytes(name), { subset: true, features: PLAIN })
    fonts.push({ font, letters: lettersOf(name) })
  }
  const fontOf = (letter: string) => fonts.find(({ letters }) => letters.has(letter.codePointAt(0) ?? 0))?.font
  const runs = (text: string): Run[] => {
    const found: { font: PDFFont; text: string }[] = []
    for (const letter of text) {
      const last = found.at(-1)
      const font = letter === ' ' && last ? last.font : fontOf(letter)
      if (font === undefined) continue
      if (last?.font === font) last.text += letter
      else found.push({ font, text: letter })
    }
    return found
  }
  return {
    draws: (text) => [...text].every((letter) => fontOf(letter) !== undefined && SIMPLE.test(letter)),
    runs,
    width: (text, size) =>
      runs(text).reduce((sum, { font, text: part }) => sum + font.widthOfTextAtSize(part, size), 0),
  }
}

function fontBytes(name: string): Buffer {
  const known = bytes.get(name)
  if (known) return known
  const read = readFileSync(path.join(FOLDER, name))
  bytes.set(name, read)
  return read
}

/** Every letter that a font has. Read once: it takes longer than drawing a page. */
function lettersOf(name: string): ReadonlySet<number> {
  const known = letters.get(name)
  if (known) return known
  const font = fontkit.create(fontBytes(name))
  const read = new Set<number>('characterSet' in font ? font.characterSet : [])
  letters.set(name, read)
  return read
}
