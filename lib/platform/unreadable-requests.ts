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

/** Whether an error says that a posted form cannot be read: nothing of ours ran yet. */
export function isUnreadable(_error: unknown): boolean {
  return false
}
