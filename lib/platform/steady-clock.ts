import { uptime } from 'node:os'

/** A clock that was set right moves by less; more of it is a mistake of somebody. */
const MAY_MOVE_MS = 3_600_000

const sinceStart = () => Date.now() - uptime() * 1000
const atStart = sinceStart()

/** The machine's clock was moved while this process ran: nothing may be deleted because its time seems to have come. */
export class ClockMoved extends Error {
  override readonly name = 'clock_moved'
}

/**
 * Throws ClockMoved when the clock moved by more than an hour beside the time that passed since this process began. It stays so
 * until the process is started again, by somebody who looked at the clock.
 */
export function refuseMovedClock(): void {
  if (Math.abs(sinceStart() - atStart) > MAY_MOVE_MS) throw new ClockMoved()
}
