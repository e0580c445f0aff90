import 'server-only'

const UNIQUE_VIOLATION = '23505'

/** The name of the constraint or index that a unique violation broke, or null when the error is another one. */
export function findUniqueViolation(error: unknown): string | null {
  const text =
    JSON.stringify(error, Object.getOwnPropertyNames(Object(error))) +
    (error instanceof Error ? error.message + JSON.stringify(error.cause ?? null) : '')
  if (!text.includes(UNIQUE_VIOLATION) && !text.includes('Unique constraint')) return null
  return /constraint "([a-z_]+)"/u.exec(text.replaceAll('\\"', '"'))?.[1] ?? ''
}
