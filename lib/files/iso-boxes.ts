import { DamagedFile, PARTS_MAXIMUM } from './clean-file'

/** A box of an MP4, MOV or 3GP (ISO/IEC 14496-12): four letters, and the bytes from `start` to `end`, its content from `body`. */
export type Box = { readonly type: string; readonly start: number; readonly body: number; readonly end: number }

const DEPTH_MAXIMUM = 12
/** Boxes that hold boxes, of those that are kept. */
const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'mvex', 'moof', 'traf', 'mfra', 'dinf'])

/** The boxes between two places, in order. Throws DamagedFile when they do not fit or are too many. */
export function boxesIn(bytes: Buffer, from: number, to: number): readonly Box[] {
  const boxes: Box[] = []
  for (let start = from; start < to;) {
    if (to - start < 8) {
      // QuickTime ends some lists with four zero bytes.
      if (bytes.subarray(start, to).every((byte) => byte === 0)) break
      throw new DamagedFile()
    }
    const short = bytes.readUInt32BE(start)
    const isLong = short === 1
    if (isLong && to - start < 16) throw new DamagedFile()
    const size = isLong ? Number(bytes.readBigUInt64BE(start + 8)) : short === 0 ? to - start : short
    const body = start + (isLong ? 16 : 8)
    if (size < body - start || start + size > to) throw new DamagedFile()
    if (boxes.length >= PARTS_MAXIMUM) throw new DamagedFile()
    boxes.push({ type: bytes.toString('latin1', start + 4, start + 8), start, body, end: start + size })
    start += size
  }
  return boxes
}

/** Every box below and including the given ones; `inside` names the boxes it lies in, the outermost first. */
export function* allBoxes(
  bytes: Buffer,
  boxes: readonly Box[],
  inside: readonly string[] = [],
): Iterable<Box & { readonly inside: readonly string[] }> {
  if (inside.length > DEPTH_MAXIMUM) throw new DamagedFile()
  for (const box of boxes) {
    yield { ...box, inside }
    // What was made free meanwhile holds nothing any more.
    const isStill = bytes.toString('latin1', box.start + 4, box.start + 8) === box.type
    if (isStill && CONTAINERS.has(box.type)) {
      yield* allBoxes(bytes, boxesIn(bytes, box.body, box.end), [...inside, box.type])
    }
  }
}

/** The first box at the end of a path below a box, such as mdia, hdlr. */
export function findBox(bytes: Buffer, below: Box, path: readonly string[]): Box | null {
  let found: Box | undefined = below
  for (const type of path) {
    if (!found) return null
    found = boxesIn(bytes, found.body, found.end).find((box) => box.type === type)
  }
  return found ?? null
}

/** Makes a box one that every reader skips, and its content zeros. Nothing else in the file moves. */
export function makeFree(bytes: Buffer, box: Box): void {
  bytes.write('free', box.start + 4, 'latin1')
  bytes.fill(0, box.body, box.end)
}
