import 'server-only'
import { inflate } from 'node:zlib'
import { promisify } from 'node:util'

const unpack = promisify(inflate)

/** The most that the parts of a PDF which are unpacked on reading may come to. */
const UNPACKED_MAXIMUM = 48 * 1024 * 1024
const HEAD_LENGTH = 16 * 1024

/**
 * Whether a PDF stays small when it is read. Object streams and cross-reference streams are unpacked whole by any reader; here
 * they are unpacked with a limit first, so that a few bytes cannot fill the memory. Pages and pictures stay packed.
 */
export async function staysSmall(bytes: Buffer): Promise<boolean> {
  let total = 0
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue
    const before = bytes.toString('latin1', Math.max(0, at - HEAD_LENGTH), at)
    // Names may be written with #xx for any letter.
    const head = before
      .slice(before.lastIndexOf('obj') + 1)
      .replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    if (!/\/(ObjStm|XRef)\b/.test(head)) continue
    if (!isPlainlyPacked(head)) return false
    const from = at + 6 + (bytes[at + 6] === 0x0d ? 2 : 1)
    total += await unpackedLength(bytes.subarray(from), UNPACKED_MAXIMUM - total)
    if (total > UNPACKED_MAXIMUM) return false
  }
  return true
}

/** Not packed, or packed once with deflate: what every writer does. */
function isPlainlyPacked(head: string): boolean {
  const names = [...head.matchAll(/\/(\w+Decode|Fl|AHx|A85|LZW|RL)\b/g)].map(([, name]) => name)
  return names.every((name) => name === 'FlateDecode') && names.length <= 1
}

async function unpackedLength(packed: Buffer, maximum: number): Promise<number> {
  try {
    return (await unpack(packed, { maxOutputLength: Math.max(1, maximum), finishFlush: 2 })).length
  } catch (error) {
    const isTooLong = error instanceof RangeError
    // What cannot be unpacked here cannot be there either.
    return isTooLong ? Number.POSITIVE_INFINITY : 0
  }
}
