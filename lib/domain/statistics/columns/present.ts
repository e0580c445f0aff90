import type { Axis, Numbers } from './axis'
import type { Block } from './block'

/** A dimension without the lines that no report and no payment has: a cell that is not there takes no room from the others. */
export function presentLines(axis: Axis, blocks: readonly Block[]): Axis {
  const isThere = new Uint8Array(axis.values.length)
  if (axis.from === 'mask') {
    const bits = bitsOf(axis.column, blocks)
    axis.lines.forEach((line, bit) => {
      if (line >= 0 && (bits.some & (1 << bit)) !== 0) isThere[line] = 1
    })
    if (axis.unknown >= 0 && bits.isNoneThere) isThere[axis.unknown] = 1
  } else {
    const numbers = numbersOf(axis, blocks)
    axis.lines.forEach((line, number) => {
      if (line >= 0 && numbers[number] === 1) isThere[line] = 1
    })
  }
  let next = 0
  const lineOf = Int16Array.from(isThere, (is) => (is === 1 ? next++ : -1))
  const moved = (line: number) => (line < 0 ? -1 : (lineOf[line] as number))
  const values = axis.values.filter((_, line) => isThere[line] === 1)
  const lines = axis.lines.map(moved)
  return axis.from === 'mask' ? { ...axis, values, lines, unknown: moved(axis.unknown) } : { ...axis, values, lines }
}

function bitsOf(column: (block: Block) => Uint32Array, blocks: readonly Block[]) {
  let [some, isNoneThere] = [0, false]
  for (const block of blocks) {
    const masks = column(block)
    for (let row = 0; row < block.used; row++) {
      const mask = masks[row] as number
      some |= mask
      if (mask === 0) isNoneThere = true
    }
  }
  return { some, isNoneThere }
}

/** One for each number that is stored. What was taken out of a block stands as nought in it. */
function numbersOf({ from, column, lines }: Exclude<Axis, { from: 'mask' }>, blocks: readonly Block[]): Uint8Array {
  const there = new Uint8Array(lines.length)
  for (const block of blocks) {
    const numbers = column(block)
    const used = from === 'payment' ? block.payments.used : block.used
    if (numbers instanceof Uint8Array) markBytes(numbers, used, there)
    else markWords(numbers, used, there)
  }
  return there
}

// The same twice, each with one kind of numbers: the compiler makes that twice as quick.
function markBytes(numbers: Uint8Array, used: number, there: Uint8Array): void {
  for (let at = 0; at < used; at++) there[numbers[at] as number] = 1
}
function markWords(numbers: Numbers, used: number, there: Uint8Array): void {
  for (let at = 0; at < used; at++) there[numbers[at] as number] = 1
}
