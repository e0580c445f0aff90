import { z } from 'zod'
import { comparable, type WordMeanings } from '@/lib/domain/imports/cell-words'
import { importField } from '@/lib/domain/imports/import-fields'
import { foreignJson } from '@/lib/domain/writing/foreign-json'

/** Which word of which field a choice of the form is about. */
const wordOf = z.tuple([z.string().max(60), z.string().max(200)])

/** "Not said": the rows with this word stay wrong. */
const NOT_SAID = '?'

/**
 * What the officer says that words mean, over what was said before. The fields `wordof_<mark>` name the word, `word_<mark>` holds its
 * code, '' for nothing.
 */
export function readWordMeanings(data: FormData, before: WordMeanings): WordMeanings {
  const meanings: Record<string, Record<string, string>> = Object.fromEntries(
    Object.entries(before).map(([field, words]) => [field, { ...words }]),
  )
  for (const [name, about] of data) {
    if (!name.startsWith('wordof_') || typeof about !== 'string') continue
    const code = data.get(name.replace('wordof_', 'word_'))
    const named = wordOf.safeParse(foreignJson(about))
    if (!named.success || typeof code !== 'string' || code === NOT_SAID) continue
    const [key, word] = named.data
    const field = importField(key)
    if (field?.codes === undefined || (code !== '' && !field.codes.includes(code))) continue
    ;(meanings[key] ??= {})[comparable(word)] = code
  }
  return meanings
}

/** A short mark of a word, the same on every page: what is typed for it stays with it when other words come and go (64 bits of FNV-1a). */
export function wordMark(field: string, word: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(`${field}\0${word}`))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(36)
}
