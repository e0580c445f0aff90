import { FULL } from './walk'

/** Entries of one part. */
const PART = 16_384
/** Of all questions of this process together, twelve bytes each: 48 MB. Who finds no room goes through the reports again. */
const MOST_KEPT = 4_000_000
let kept = 0
/** Parts given back, for the next question: fresh ones cost more than what is put into them. */
const POOL: Part[] = []
const MOST_POOLED = 128

export type Part = { size: number; readonly places: Int32Array; readonly values: Float64Array }

/** Values with their places, kept from one walk until the wanted ones are known, as long as there is room for them. */
export class KeptValues {
  #parts: Part[] = []
  /** Whether everything that was added is kept. */
  hasAll = true

  /** Room for FULL values more, given back with `clear`; null where there is none any more. */
  part(): Part | null {
    if (!this.hasAll) return null
    const last = this.#parts.at(-1)
    if (last && last.size + FULL <= PART) return last
    if (kept + PART > MOST_KEPT) {
      this.lose()
      return null
    }
    kept += PART
    const fresh = POOL.pop() ?? newPart(PART)
    this.#parts.push(fresh)
    return fresh
  }

  /** The parts, each given back once it was gone through. */
  *drain(): Generator<Part> {
    for (let part = this.#parts.shift(); part; part = this.#parts.shift()) {
      yield part
      giveBack(part)
    }
  }

  /** Gives everything back: something is missing, so that all values are needed again. */
  lose(): void {
    this.clear()
    this.hasAll = false
  }

  /** Gives everything back. */
  clear(): void {
    for (const part of this.#parts) giveBack(part)
    this.#parts = []
  }
}

/** Room for so many values. */
export function newPart(room: number): Part {
  return { size: 0, places: new Int32Array(room), values: new Float64Array(room) }
}

function giveBack(part: Part): void {
  kept -= PART
  part.size = 0
  if (POOL.length < MOST_POOLED) POOL.push(part)
}
