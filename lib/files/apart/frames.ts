import type { FilePurpose } from '@/lib/domain/files/purposes'
import type { FileRefusal } from '@/lib/domain/files/refusals'
import type { CleanFile } from '../clean-file'
import type { PageWish } from '../pdf-page'

/** Where the program answers: not where libraries write what they have to say. */
export const ANSWER_FD = 3
/** The first byte of an answer: the program has begun, and what happens from here on is the file's doing. */
export const READY = Buffer.from('R', 'latin1')

/** To clean a file, or to draw a page of a PDF. */
export type ApartQuestion = { readonly purpose: FilePurpose; readonly keepDate: boolean } | PageWish
export type ApartAnswer = { readonly refusal: FileRefusal } | { readonly facts: Omit<CleanFile, 'bytes'> }

const LENGTH_BYTES = 4

/** A few facts and the bytes of a file: the length of the facts (32 bits, little-endian), the facts as JSON, the bytes. */
export function frame<Head>(head: Head, bytes: Buffer): Buffer {
  const words = Buffer.from(JSON.stringify(head), 'utf8')
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(words.length)
  return Buffer.concat([length, words, bytes])
}

/** The other way round. Throws when it is cut off. */
export function readFrame<Head>(whole: Buffer): { readonly head: Head; readonly bytes: Buffer } {
  const from = LENGTH_BYTES + whole.readUInt32LE(0)
  return { head: JSON.parse(whole.toString('utf8', LENGTH_BYTES, from)) as Head, bytes: whole.subarray(from) }
}
