import { latinDigits } from '@/lib/domain/writing/local-digits'

/** Left alone for this long, answers go off the screen and are asked for again (domain notes, part 10). */
export const REST_MINUTES = 10

/** After so many wrong digits in a row the answers are deleted; the worker is told before. */
export const PIN_TRIES = 5

/** Whether somebody has to ask again for what was last seen at `lastSeenAt`. */
export function isResting(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() > REST_MINUTES * 60_000
}

export type PinError = 'pin_unreadable' | 'pin_easy'

/**
 * The digits a worker chooses: four to six, in the digits of any script. Not one digit again and again and not a row up or
 * down, which whoever holds the phone tries first.
 */
export function readPin(
  typed: string,
): { readonly ok: true; readonly pin: string } | { readonly ok: false; readonly error: PinError } {
  const pin = latinDigits(typed).replace(/\s/g, '')
  if (!/^\d{4,6}$/.test(pin)) return { ok: false, error: 'pin_unreadable' }
  const steps = new Set(
    Array.from(pin.slice(1), (digit, index) => (Number(digit) - Number(pin.charAt(index)) + 10) % 10),
  )
  const isRow = steps.size === 1 && [0, 1, 9].some((step) => steps.has(step))
  return isRow ? { ok: false, error: 'pin_easy' } : { ok: true, pin }
}
