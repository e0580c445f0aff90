import 'server-only'
import { ok } from '@/lib/domain/result'
import { refused, Removals, type CleanResult } from './clean-file'

/** An MP3 without its tags: ID3v2 in front, ID3v1, APE and Lyrics3 behind. The sound itself is not touched. */
export async function cleanMp3(bytes: Buffer): Promise<CleanResult> {
  const removals = new Removals()
  let from = 0
  while (bytes.toString('latin1', from, from + 3) === 'ID3' && from + 10 < bytes.length) {
    from += 10 + synchsafe(bytes, from + 6) + ((bytes[from + 5] ?? 0) & 0x10 ? 10 : 0)
    removals.add('other')
  }
  let to = bytes.length
  for (let before = -1; before !== to;) {
    before = to
    to = withoutTail(bytes, from, to)
    if (to !== before) removals.add('other')
  }
  const sound = bytes.subarray(Math.min(from, to), to)
  // Every frame begins with eleven set bits.
  if (sound.length < 4 || sound[0] !== 0xff || ((sound[1] ?? 0) & 0xe0) !== 0xe0) return refused('damaged')
  return ok({
    format: 'mp3',
    bytes: Buffer.from(sound),
    removed: removals.codes,
    takenOn: null,
    durationSeconds: null,
  })
}

/** Where the sound ends when the last tag is taken off. */
function withoutTail(bytes: Buffer, from: number, to: number): number {
  if (to - from >= 128 && bytes.toString('latin1', to - 128, to - 125) === 'TAG') return to - 128
  if (to - from >= 32 && bytes.toString('latin1', to - 32, to - 24) === 'APETAGEX') {
    const hasHeader = (bytes.readUInt32LE(to - 12) & 0x80000000) !== 0
    return Math.max(from, to - bytes.readUInt32LE(to - 20) - (hasHeader ? 32 : 0))
  }
  if (to - from >= 15 && bytes.toString('latin1', to - 9, to) === 'LYRICS200') {
    const size = Number(bytes.toString('latin1', to - 15, to - 9))
    return Number.isInteger(size) ? Math.max(from, to - 15 - size) : to
  }
  return to
}

/** ID3v2: four bytes of seven bits. */
function synchsafe(bytes: Buffer, at: number): number {
  return [0, 1, 2, 3].reduce((sum, index) => sum * 128 + ((bytes[at + index] ?? 0) & 0x7f), 0)
}
