import { newBatch, type Batch, type Breathe, type Consume, type Walk } from './walk'
import { BASE } from './report-measures'

/** Twelve bytes each, for as long as the question takes. */
const MOST_KEPT = 1_500_000

/** The values of a walk, so that a second one over a part of the reports need not go through all of them again. */
export class Walked {
  #parts: { readonly cells: Int32Array; readonly values: Float64Array }[] = []
  #size = 0

  /** Keeps the values of a batch, until there are too many. */
  keep({ size, cells, standing, values }: Batch): void {
    if (this.#size > MOST_KEPT) return
    let count = 0
    for (let at = 0; at < size; at++) count += (standing[at] as number) >= BASE ? 1 : 0
    const part = { cells: new Int32Array(count), values: new Float64Array(count) }
    let to = 0
    for (let at = 0; at < size; at++) {
      if ((standing[at] as number) < BASE) continue
      part.cells[to] = cells[at] as number
      part.values[to++] = values[at] as number
    }
    this.#parts.push(part)
    this.#size += count
    if (this.#size > MOST_KEPT) this.#parts = []
  }

  /** The same values once more: as they were kept, or by walking again. */
  async again(walk: Walk, consume: Consume, breathe: Breathe): Promise<void> {
    if (this.#size > MOST_KEPT) return walk.run(consume, breathe)
    const standing = newBatch().standing.fill(BASE)
    const { overs, many } = newBatch()
    for (const { cells, values } of this.#parts) {
      const pause = breathe()
      if (pause) await pause
      consume({ size: cells.length, cells, values, standing, overs, many })
    }
    this.#parts = []
  }
}
