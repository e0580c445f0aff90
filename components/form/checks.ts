import type { z } from 'zod'

/**
 * Schemas that a form may also try on the phone. Each is fetched when the person first sends, never with the page:
 * the server checks everything again in any case.
 */
export const CHECKS = {
  track_open: async () => (await import('@/lib/schemas/track/open-case')).openCaseSchema,
} as const satisfies Readonly<Record<string, () => Promise<z.ZodType>>>

export type CheckName = keyof typeof CHECKS

/** The schema of a check. */
export function checkOf(name: CheckName): Promise<z.ZodType> {
  const load: () => Promise<z.ZodType> = CHECKS[name]
  return load()
}
