/**
 * Why a file was not kept. Of the file itself: `unsupported` (a kind we cannot clean, HEIC and archives among them), `damaged`,
 * `locked_file` (needs a password), `active_content` (it could run something), `harmful` (the scanner found something), `too_large`
 * (bytes, pixels or minutes).
 */
export const FILE_REFUSALS = [
  'too_large',
  'unsupported',
  'damaged',
  'locked_file',
  'active_content',
  'harmful',
] as const
export type FileRefusal = (typeof FILE_REFUSALS)[number]

/**
 * Why a step of the sending did not work; the file may still arrive. `not_here`: no such file for this person, or its draft is
 * gone; `wrong_length`: a piece is not as long as it must be, or pieces are missing; `no_space` and `unavailable`: the store is
 * full or does not answer, try again later; `kept`: the law holds it, it cannot be removed.
 */
export const FILE_FAILURES = [
  'too_many',
  'not_here',
  'wrong_length',
  'no_space',
  'unavailable',
  'kept',
  ...FILE_REFUSALS,
] as const
export type FileFailure = (typeof FILE_FAILURES)[number]

/** What may have been taken out of a file before it was kept. */
export const REMOVED_CODES = ['location', 'device', 'author', 'date', 'comments', 'thumbnail', 'other'] as const
export type RemovedCode = (typeof REMOVED_CODES)[number]
