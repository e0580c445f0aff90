import { HELD_FIELDS } from '@/lib/http/held-fields'
import type { SpokenChallenge } from '@/lib/http/spoken-state'

/**
 * Where a form that was held says what to do: wait and press again. The script of worker pages (lib/phone/work.ts) works instead,
 * says how far it is and sends the form by itself. No puzzle to see or to hear.
 */
export function HeldPlace({ held }: { held: SpokenChallenge }) {
  return (
    <>
      <p
        role="status"
        data-phone="work"
        data-seed={held.seed}
        data-bits={held.bits}
        data-puzzles={held.puzzles}
        data-seconds={held.seconds}
        data-working={held.working}
        data-done={held.done}
      >
        {held.wait}
      </p>
      <input type="hidden" name={HELD_FIELDS.token} value={held.token} />
      <input type="hidden" name={HELD_FIELDS.solution} defaultValue="" />
    </>
  )
}
