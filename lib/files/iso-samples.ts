import { DamagedFile } from './clean-file'
import { findBox, type Box } from './iso-boxes'

/**
 * Overwrites the samples of a track with zeros, wherever in the file they lie: a track of places has them beside the pictures.
 * `work` is what all tracks together may cost, one for each sample and each byte; beyond it the file is damaged.
 */
export function zeroSamples(bytes: Buffer, track: Box, work: { left: number }): void {
  const table = findBox(bytes, track, ['mdia', 'minf', 'stbl'])
  const sizes = table && sampleSizes(bytes, table)
  const chunks = table && chunkOffsets(bytes, table)
  const runs = table && findBox(bytes, table, ['stsc'])
  if (!sizes || !chunks || !runs) throw new DamagedFile()
  const runCount = bytes.readUInt32BE(runs.body + 4)
  const firstOf = (which: number) => bytes.readUInt32BE(runs.body + 8 + which * 12)
  let sample = 0
  let run = 0
  for (let index = 0; index < chunks.count; index += 1) {
    while (run + 1 < runCount && firstOf(run + 1) <= index + 1) run += 1
    const perChunk = runCount === 0 ? 0 : bytes.readUInt32BE(runs.body + 12 + run * 12)
    let at = chunks.of(index)
    for (let left = perChunk; left > 0 && sample < sizes.count; left -= 1, sample += 1) {
      const size = sizes.of(sample)
      work.left -= size + 1
      if (work.left < 0 || at + size > bytes.length) throw new DamagedFile()
      bytes.fill(0, at, at + size)
      at += size
    }
  }
}

function sampleSizes(bytes: Buffer, table: Box): { count: number; of: (sample: number) => number } | null {
  const box = findBox(bytes, table, ['stsz'])
  if (!box) return null
  const common = bytes.readUInt32BE(box.body + 4)
  const count = bytes.readUInt32BE(box.body + 8)
  if (common === 0 && box.body + 12 + count * 4 > box.end) throw new DamagedFile()
  return { count, of: (sample) => (common === 0 ? bytes.readUInt32BE(box.body + 12 + sample * 4) : common) }
}

function chunkOffsets(bytes: Buffer, table: Box): { count: number; of: (chunk: number) => number } | null {
  const short = findBox(bytes, table, ['stco'])
  const box = short ?? findBox(bytes, table, ['co64'])
  if (!box) return null
  const width = short ? 4 : 8
  const count = bytes.readUInt32BE(box.body + 4)
  if (box.body + 8 + count * width > box.end) throw new DamagedFile()
  const of = (chunk: number) => {
    const at = box.body + 8 + chunk * width
    return short ? bytes.readUInt32BE(at) : Number(bytes.readBigUInt64BE(at))
  }
  return { count, of }
}
