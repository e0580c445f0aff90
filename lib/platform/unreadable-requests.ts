import { framesOf } from './told-of-error'

declare global {
  /** Next says what failed, the server answers: two copies of this file. */
  var fairPassageUnreadable: Set<string> | undefined
}

/** More are not waited for: each is taken away when its answer goes out. */
const MOST = 1_000

/** Notes that a request (by its `X-Request-Id`) could not be read, which is its sender's fault and no failure of ours. */
export function noteUnreadable(requestId: string): void {
  const noted = (globalThis.fairPassageUnreadable ??= new Set())
  if (noted.size >= MOST) noted.clear()
  noted.add(requestId)
}

/** Whether a request was noted, once. */
export function wasUnreadable(requestId: string): boolean {
  return globalThis.fairPassageUnreadable?.delete(requestId) ?? false
}

/** Where Next and Node read what a form posted. */
const READERS = /undici|next-server\/app-(?:page|route)|next\/dist\/compiled\/busboy/u
/** A place in what was built of ours. */
const OURS = /[\\/]server[\\/](?:chunks|app)[\\/]/u

/** Whether an error says that what was posted cannot be read: it comes from whoever reads forms for us, and nothing of ours was at work. */
export function isUnreadable(error: unknown): boolean {
  const lines = error instanceof Error ? framesOf(error) : []
  return READERS.test(lines[0] ?? '') && !lines.some((line) => OURS.test(line) && !line.startsWith('at async '))
}
