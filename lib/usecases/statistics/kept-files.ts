import 'server-only'
import { openedPart, sealOfExport, sealForExport, type FileSeal, type WrappedFileKey } from '@/lib/data/export-seals'
import type { FileStream } from '@/lib/files/exports/file-stream'
import type { Written } from '@/lib/files/exports/tally'
import { fileStore } from '@/lib/storage/store'

/** A part is sealed and handed to the store whole; of a large file one part is held at a time. */
const PART_BYTES = 4 * 1024 * 1024
const METADATA = 'metadata'

/** A file of statistics as it lies in the store: sealed under its own key, in parts `p0`, `p1` … beside `metadata`. */
export type KeptFile = {
  readonly id: string
  readonly storageKey: string
  readonly wrappedKey: Uint8Array
  readonly parts: number
}

/** A file was changed in the store, or a part of it is gone. */
export class KeptFileBroken extends Error {
  override readonly name = 'kept_file_broken'
}

/**
 * Writes a file and what stands beside it to the store, under a place such as `ex/20261121-0123456789ab-1a2b3c4d`. Until a row names the
 * place nobody needs it, and the sweep takes it away. `metadataOf` is asked once the file is whole.
 */
export async function keepFile(
  { id, storageKey }: Pick<KeptFile, 'id' | 'storageKey'>,
  stream: FileStream,
  metadataOf: (written: Written) => unknown,
): Promise<KeptFile & WrappedFileKey & { readonly written: Written }> {
  const { fileSeal, wrapped } = sealForExport(id)
  let parts = 0
  for await (const bytes of inParts(stream.body)) {
    await fileStore().put(`${storageKey}/p${parts}`, fileSeal.sealPart(`p${parts}`, bytes))
    parts += 1
  }
  const written = stream.written()
  if (written === null) throw new KeptFileBroken()
  const metadata = Buffer.from(`${JSON.stringify(metadataOf(written), null, 2)}\n`)
  await fileStore().put(`${storageKey}/${METADATA}`, fileSeal.sealPart(METADATA, metadata))
  return { id, storageKey, parts, ...wrapped, written }
}

/** A kept file as a stream; one part is held at a time. Fails with KeptFileBroken in the middle rather than end early. */
export function openKept({ id, storageKey, wrappedKey, parts }: KeptFile): ReadableStream<Uint8Array<ArrayBuffer>> {
  const fileSeal = sealOfExport(id, wrappedKey)
  let part = 0
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        if (part < parts) controller.enqueue(await readPart(fileSeal, storageKey, `p${part}`))
        else controller.close()
        part += 1
      },
    },
    { highWaterMark: 0 },
  )
}

/** What stands beside a kept file. Throws KeptFileBroken. */
export function openKeptMetadata({
  id,
  storageKey,
  wrappedKey,
}: Omit<KeptFile, 'parts'>): Promise<Uint8Array<ArrayBuffer>> {
  return readPart(sealOfExport(id, wrappedKey), storageKey, METADATA)
}

async function readPart(fileSeal: FileSeal, storageKey: string, part: string): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = await fileStore().get(`${storageKey}/${part}`)
  const bytes = sealed && openedPart(fileSeal, part, sealed)
  if (bytes === null) throw new KeptFileBroken()
  return new Uint8Array(bytes)
}

async function* inParts(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let [held, size]: [Uint8Array[], number] = [[], 0]
  for await (const chunk of body) {
    held.push(chunk)
    size += chunk.length
    if (size < PART_BYTES) continue
    yield Buffer.concat(held)
    ;[held, size] = [[], 0]
  }
  if (size > 0) yield Buffer.concat(held)
}
