import 'server-only'
import { constants } from 'node:fs'
import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

// Where the ends of the audit chains are written down outside of the database: one file for each office, a JSON object a line, only
// ever added to. The operator puts the folder where whoever owns the database cannot change it (README).

const lineSchema = z.object({
  office: z.string(),
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
})
/** The end of a chain at a moment. */
export type AnchorLine = z.output<typeof lineSchema>

const SUFFIX = '.anchors'
const NEW_LINE = 10

/** Adds the ends that are not the last ones of their files yet, on the disk before it returns. Returns how many were added. */
export async function addAnchors(directory: string, anchors: readonly AnchorLine[]): Promise<number> {
  await mkdir(directory, { recursive: true, mode: 0o750 })
  let added = 0
  for (const anchor of anchors) {
    const file = path.join(directory, `${anchor.office}${SUFFIX}`)
    const known = await readIfThere(file)
    const last = linesIn(known).at(-1)
    if (last?.seq === anchor.seq && last.hash === anchor.hash) continue
    // Half a line that a crash left is ended, and skipped when read.
    const before = known.length === 0 || known.at(-1) === NEW_LINE ? '' : '\n'
    await append(file, `${before}${JSON.stringify(anchor)}\n`)
    if (known.length === 0) await flush(directory)
    added += 1
  }
  return added
}

/** Everything that was written down, office by office in the order it was written. */
export async function readAnchors(directory: string): Promise<AnchorLine[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(SUFFIX)).toSorted()
  const files = await Promise.all(names.map((name) => readIfThere(path.join(directory, name))))
  return files.flatMap(linesIn)
}

function linesIn(bytes: Buffer): AnchorLine[] {
  return bytes
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [lineSchema.parse(JSON.parse(line))]
      } catch {
        return []
      }
    })
}

async function append(file: string, text: string): Promise<void> {
  const handle = await open(file, constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY, 0o640)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A new file is on the disk only when its folder is. */
async function flush(directory: string): Promise<void> {
  const handle = await open(directory, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function readIfThere(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.of()
    throw error
  }
}
