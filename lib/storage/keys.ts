import 'server-only'
import { randomBytes } from 'node:crypto'

/** A new place for the parts of one file: random, so that it tells nothing of whom it belongs to. Two letters first spread the folders. */
export function newStorageKey(): string {
  const name = randomBytes(20).toString('hex')
  return `${name.slice(0, 2)}/${name.slice(2)}`
}

/** Where the piece of this index lies while the file is on its way. */
export function chunkObject(chunksKey: string, index: number): string {
  return `${chunksKey}/${index}`
}

/** Where the finished file lies. */
export function fileObject(storageKey: string): string {
  return `${storageKey}/file`
}

/** The place that an object belongs to. */
export function placeOfObject(objectKey: string): string {
  return objectKey.slice(0, objectKey.lastIndexOf('/'))
}
