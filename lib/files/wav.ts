import 'server-only'
import { ok } from '@/lib/domain/result'
import { DamagedFile, PARTS_MAXIMUM, refused, Removals, type CleanResult } from './clean-file'

/** The parts that make a sound; LIST, bext, iXML, id3 and all others tell of the device, the place or the person. */
const KEPT = new Set(['fmt ', 'data', 'fact'])

/** A WAV (RIFF) with only its sound. */
export async function cleanWav(bytes: Buffer): Promise<CleanResult> {
  const removals = new Removals()
  const parts: Buffer[] = []
  let bytesPerSecond = 0
  let sound = 0
  for (let at = 12; at + 8 <= bytes.length;) {
    if (parts.length >= PARTS_MAXIMUM) throw new DamagedFile()
    const name = bytes.toString('latin1', at, at + 4)
    // A recorder that was cut off leaves the length of its sound open.
    const size = Math.min(bytes.readUInt32LE(at + 4), bytes.length - at - 8)
    if (name === 'fmt ' && size >= 16) bytesPerSecond = bytes.readUInt32LE(at + 16)
    if (name === 'data') sound += size
    if (KEPT.has(name)) parts.push(chunk(name, bytes.subarray(at + 8, at + 8 + size)))
    else removals.add('other')
    at += 8 + size + (size % 2)
  }
  if (bytesPerSecond === 0 || sound === 0) throw new DamagedFile()
  const body = Buffer.concat([Buffer.from('WAVE', 'latin1'), ...parts])
  return ok({
    format: 'wav',
    bytes: chunk('RIFF', body),
    removed: removals.codes,
    takenOn: null,
    durationSeconds: Math.round(sound / bytesPerSecond),
  })
}

/** An AMR has no place for anything but sound: twenty milliseconds a frame. */
export async function cleanAmr(bytes: Buffer): Promise<CleanResult> {
  if (!/^#!AMR(-WB)?\n/.test(bytes.toString('latin1', 0, 9))) return refused('damaged')
  return ok({ format: 'amr', bytes, removed: [], takenOn: null, durationSeconds: null })
}

function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}
