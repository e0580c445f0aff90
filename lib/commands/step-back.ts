import type { ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'

/** Lets a program, and what it starts, work only when nothing else wants the processor. */
export function stepBack({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended already.
  }
}
