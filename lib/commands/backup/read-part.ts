import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { copiedLines } from './copied-lines'
import { measureFile, UNFINISHED } from './durable-files'
import { END_MARK, MANIFEST, manifestSchema, type CopiedTable, type Manifest, type PartName } from './manifest'

/** A part of a backup as it lies there. */
export type Part = { readonly folder: string; readonly manifest: Manifest }

/** There is no such part, or it is not what was written; in words. */
export class PartBroken extends Error {}

/** The newest finished part in this folder, or the one of this stamp. Throws PartBroken when it was cut off or changed. */
export async function readPart(place: string, part: PartName, stamp?: string): Promise<Part> {
  const names = await readdir(place).catch(() => [] as string[])
  const stamps = names.filter((name) => !name.endsWith(UNFINISHED) && /^\d{8}T\d{6}Z-/.test(name)).toSorted()
  const chosen = stamp === undefined ? stamps.at(-1) : stamps.find((name) => name === stamp)
  if (chosen === undefined) throw new PartBroken(`There is no finished backup in ${place}.`)
  const folder = path.join(place, chosen)
  const mark = await readFile(path.join(folder, END_MARK), 'utf8').catch(() => null)
  if (mark === null) throw new PartBroken(`${folder} was cut off: it has no end mark.`)
  const measured = await measureFile(path.join(folder, MANIFEST))
  if (measured?.sha256 !== mark.trim()) throw new PartBroken(`${folder}: the manifest is not the one that was written.`)
  const parsed = manifestSchema.safeParse(JSON.parse(await readFile(path.join(folder, MANIFEST), 'utf8')))
  if (!parsed.success) throw new PartBroken(`${folder}: the manifest is not of a backup of this version.`)
  if (parsed.data.part !== part) throw new PartBroken(`${folder} is the part of the ${parsed.data.part}.`)
  return { folder, manifest: parsed.data }
}

export function tableFile({ folder }: Part, name: string): string {
  return path.join(folder, 'tables', `${name}.copy.gz`)
}

export function objectFile({ folder }: Part, key: string): string {
  return path.join(folder, 'objects', ...key.split('/'))
}

export function tableOf({ manifest }: Part, name: string): CopiedTable | undefined {
  return manifest.tables.find((table) => table.name === name)
}

/** A table as COPY gave it. */
export function unpacked(part: Part, name: string): AsyncIterable<Buffer> {
  return pipeline(createReadStream(tableFile(part, name)), createGunzip(), () => undefined)
}

/** The rows of a table; none where the backup does not have it. */
export async function* rowsOf(part: Part, name: string): AsyncGenerator<Readonly<Record<string, string | null>>> {
  const table = tableOf(part, name)
  if (table) yield* copiedLines(table.columns, unpacked(part, name))
}
