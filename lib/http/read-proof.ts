import type { Proof } from '@/lib/domain/challenge'
import { HELD_FIELDS } from './held-fields'

const LONGEST = 2_000

/** The challenge that a form brings back, with the solution if the browser found one; null when it was not held before. */
export function readProof(data: FormData): Proof | null {
  const [token, solution] = [data.get(HELD_FIELDS.token), data.get(HELD_FIELDS.solution)]
  if (typeof token !== 'string' || token === '' || token.length > LONGEST) return null
  return { token, solution: typeof solution === 'string' && solution.length <= LONGEST ? solution : '' }
}
