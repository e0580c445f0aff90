/** Upper ends of the classes of how long an answer took, in seconds. */
export const SECONDS_CLASSES = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const

/** An answer, by names that come from short lists of ours and never from a request (lib/web-server/route-names.ts). */
export type AnsweredRequest = {
  readonly route: string
  readonly method: string
  /** `2xx` to `5xx`. */
  readonly status: string
  readonly seconds: number
  /** Told ten at a time: from one answer to the next nobody learns that somebody was there. */
  readonly isInTens: boolean
}

/** Answers of one kind: how many, how long together, and how many took no longer than each of SECONDS_CLASSES. */
export type RequestCount = {
  readonly route: string
  readonly method: string
  readonly status: string
  readonly count: number
  readonly seconds: number
  readonly classes: readonly number[]
}

type Sum = { count: number; seconds: number; classes: number[] }
type Counting = { readonly told: Sum; waiting: Sum }

declare global {
  /** The server counts, and a route that Next bundled tells: two copies of this file. */
  var fairPassageRequests: Map<string, Counting> | undefined
}

const BETWEEN = '\u0000'
const AT_ONCE = 10

/** Counts an answer of this process. */
export function countRequest({ route, method, status, seconds, isInTens }: AnsweredRequest): void {
  const all = (globalThis.fairPassageRequests ??= new Map())
  const key = [route, method, status].join(BETWEEN)
  const counting: Counting = all.get(key) ?? { told: nothing(), waiting: nothing() }
  all.set(key, counting)
  add(counting.waiting, { count: 1, seconds, classes: SECONDS_CLASSES.map((end) => (seconds <= end ? 1 : 0)) })
  if (isInTens && counting.waiting.count < AT_ONCE) return
  add(counting.told, counting.waiting)
  counting.waiting = nothing()
}

/** Everything that may be told since this process began. */
export function requestCounts(): readonly RequestCount[] {
  return [...(globalThis.fairPassageRequests ?? [])].flatMap(([key, { told }]) => {
    const [route = '', method = '', status = ''] = key.split(BETWEEN)
    return told.count === 0 ? [] : [{ route, method, status, ...told, classes: [...told.classes] }]
  })
}

function nothing(): Sum {
  return { count: 0, seconds: 0, classes: SECONDS_CLASSES.map(() => 0) }
}

function add(to: Sum, more: Sum): void {
  to.count += more.count
  to.seconds += more.seconds
  to.classes = to.classes.map((count, index) => count + (more.classes[index] ?? 0))
}
