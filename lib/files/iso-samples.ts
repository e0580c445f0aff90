import { DamagedFile } from './clean-file'
import { findBox, type Box } from './iso-boxes'

/** Overwrites the samples of a track with zeros, wherever in the file they lie: a track of places has them beside the pictures. */
export function zeroSamples(bytes: Buffer, track: Box): void {
  const table = findBox(bytes, track, ['mdia', 'minf', 'stbl'])
  const sizes = table && sampleSizes(bytes, table)
  const chunks = table && chunkOffsets(bytes, table)
  const runs = table && findBox(bytes, table, ['stsc'])
  if (!sizes || !chunks || !runs) throw new DamagedFile()
  const runCount = bytes.readUInt32BE(runs.body + 4)
  let sample = 0
  let run = 0
  chunks.forEach((offset, index) => {
    const firstOf = (which: number) => bytes.readUInt32BE(runs.body + 8 + which * 12)
    while (run + 1 < runCount && firstOf(run + 1) <= index + 1) run += 1
    const perChunk = runCount === 0 ? 0 : bytes.readUInt32BE(runs.body + 12 + run * 12)
    let at = offset
    for (let left = perChunk; left > 0 && sample < sizes.count; left -= 1, sample += 1) {
      const size = sizes.of(sample)
      if (at + size > bytes.length) throw new DamagedFile()
      bytes.fill(0, at, at + size)
      at += size
    }
  })
}

function sampleSizes(bytes: Buffer, table: Box): { count: number; of: (sample: number) => number } | null {
  const box = findBox(bytes, table, ['stsz'])
  if (!box) return null
  const common = bytes.readUInt32BE(box.body + 4)
  const count = bytes.readUInt32BE(box.body + 8)
  if (common === 0 && box.body + 12 + count * 4 > box.end) throw new DamagedFile()
  return { count, of: (sample) => (common === 0 ? bytes.readUInt32BE(box.body + 12 + sample * 4) : common) }
}

function chunkOffsets(bytes: Buffer, table: Box): readonly number[] | null {
  const short = findBox(bytes, table, ['stco'])
  const box = short ?? findBox(bytes, table, ['co64'])
  if (!box) return null
  const width = short ? 4 : 8
  const count = bytes.readUInt32BE(box.body + 4)
  if (box.body + 8 + count * width > box.end) throw new DamagedFile()
  return Array.from({ length: count }, (_, index) => {
    const at = box.body + 8 + index * width
    return short ? bytes.readUInt32BE(at) : Number(bytes.readBigUInt64BE(at))
  })
}
