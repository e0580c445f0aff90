import type { Feature } from './feature'
import { beginsWithZeros } from './sha256'

/** How long a piece of work may keep the page from answering to a finger. */
const SLICE_MS = 40

/**
 * Works off the challenge of a form that was held, in small pieces, says how far it is and sends the form. Whoever is slower than the
 * time to wait has waited instead.
 */
export const enhance: Feature['enhance'] = (place) => {
  const form = place.closest('form')
  const field = form?.querySelector<HTMLInputElement>('input[name=held_solution]')
  const button = form?.querySelector<HTMLButtonElement>('button.btn:not(.alt):not(.bare)')
  const { seed = '', working = '', done = '' } = place.dataset
  const [bits = 0, puzzles = 0, seconds = 0] = ['bits', 'puzzles', 'seconds'].map((name) => Number(place.dataset[name]))
  if (!field || !button || bits === 0) return
  const until = Date.now() + (seconds + 1) * 1_000
  const solution: number[] = []
  let number = 0
  let timer: ReturnType<typeof setTimeout>
  const say = () => {
    place.textContent = working.replace('{done}', `${solution.length}`)
  }
  const work = () => {
    const pause = Date.now() + SLICE_MS
    while (solution.length < puzzles && Date.now() < pause) {
      // Looking at the clock costs more than a hash.
      for (let turn = 0; turn < 50 && solution.length < puzzles; turn += 1, number += 1) {
        if (beginsWithZeros(`${seed}.${solution.length}.${number}`, bits)) {
          solution.push(number)
          number = -1
          say()
        }
      }
    }
    if (solution.length < puzzles && Date.now() < until) {
      timer = setTimeout(work, 0)
      return
    }
    if (solution.length === puzzles) field.value = solution.join('.')
    place.textContent = done
    button.click()
  }
  say()
  timer = setTimeout(work, 0)
  return () => clearTimeout(timer)
}
