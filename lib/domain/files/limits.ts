/** The most one file may have: 25 MB, as people count them (25 × 1024 × 1024 bytes). */
export const FILE_BYTES_MAXIMUM = 25 * 1024 * 1024
/** How many files a report or a case may have. */
export const FILES_MAXIMUM = 20
/** How many refused ones beside them: each was looked through, and its row stays to say why. */
export const REFUSED_MAXIMUM = 20
/** Room for the files of all drafts together, which anybody may begin; files of cases go on when it is used up. */
export const DRAFT_FILES_BYTES_MAXIMUM = 5 * 1024 ** 3
/** Bytes of one piece on the way; small enough for a line that drops every few seconds. */
export const CHUNK_BYTES = 256 * 1024
/** The longest voice note, in seconds. */
export const VOICE_SECONDS_MAXIMUM = 600
/** The most pixels a picture may unfold to. */
export const PIXELS_MAXIMUM = 64_000_000
/** How long a file on its way to a case may take. One of a draft lives as long as the draft. */
export const UPLOAD_HOURS = 24

/** How many pieces a file of so many bytes comes in. */
export function chunkCount(bytes: number): number {
  return Math.ceil(bytes / CHUNK_BYTES)
}

/** How many bytes the piece of this index has; null when the file has no such piece. */
export function chunkLength(bytes: number, index: number): number | null {
  if (!Number.isInteger(index) || index < 0 || index >= chunkCount(bytes)) return null
  return Math.min(CHUNK_BYTES, bytes - index * CHUNK_BYTES)
}

/** The indexes that have not arrived. */
export function missingChunks(bytes: number, received: readonly number[]): readonly number[] {
  const there = new Set(received)
  return Array.from({ length: chunkCount(bytes) }, (_, index) => index).filter((index) => !there.has(index))
}
