import { createWriteStream } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { buffer } from 'node:stream/consumers'
import { lookThrough } from '../look-through'
import { ANSWER_FD, frame, READY, readFrame, type ApartAnswer, type ApartQuestion } from './frames'

// The program in which one file is looked through, and which ends with it. It is given no setting, no key and no connection:
// whatever a file makes of it, it can only answer wrongly about itself.

try {
  // People's pages come first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
} catch {
  // Not everywhere allowed, and not needed.
}
const out = createWriteStream('', { fd: ANSWER_FD })
out.write(READY)
const { head, bytes } = readFrame<ApartQuestion>(await buffer(process.stdin))
const result = await lookThrough(bytes, head)
if (result.ok) {
  const { bytes: clean, ...facts } = result.value
  out.end(frame<ApartAnswer>({ facts }, clean))
} else out.end(frame<ApartAnswer>({ refusal: result.error.code }, Buffer.alloc(0)))
