import 'server-only'
import type { Counted } from './desk-counter'

/** So long after the count they are of, answers may be given again; with the time it takes, nothing is older than a minute. */
const REMEMBERED_MS = 50_000
const MOST_ANSWERS = 200

type Remembered = { readonly counted: Counted; readonly answer: unknown }

declare global {
  var fairPassageDeskAnswers: Map<string, Remembered> | undefined
}

/** The answer to a question as it was given a moment ago, or a new one. The key names everything the answer depends on, who asks too. */
export async function rememberedCounts<T>(
  key: string,
  counted: Counted,
  ask: () => Promise<T>,
): Promise<{ readonly counted: Counted; readonly answer: T }> {
  const answers = (globalThis.fairPassageDeskAnswers ??= new Map<string, Remembered>())
  const known = answers.get(key)
  if (known && performance.now() - known.counted.readAt <= REMEMBERED_MS)
    return { counted: known.counted, answer: known.answer as T }
  const answer = await ask()
  answers.delete(key)
  answers.set(key, { counted, answer })
  for (const oldest of answers.keys()) {
    if (answers.size <= MOST_ANSWERS) break
    answers.delete(oldest)
  }
  return { counted, answer }
}
