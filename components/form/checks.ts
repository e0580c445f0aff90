import type { z } from 'zod'

/**
 * Schemas that a form may also try on the phone. Each is fetched when the person first sends, never with the page:
 * the server checks everything again in any case.
 */
const CHECKS = {
  sign_in: () => import('@/lib/schemas/staff/sign-in').then((file) => file.signInSchema),
  accept_invitation: () =>
    import('@/lib/schemas/settings/accept-invitation').then((file) => file.acceptInvitationSchema),
} as const satisfies Readonly<Record<string, () => Promise<z.ZodType>>>

export type CheckName = keyof typeof CHECKS

/** The schema of a check, in the browser: there zod may not even try to make code from text, which the page's policy forbids. */
export async function checkOf(name: CheckName): Promise<z.ZodType> {
  const { config } = await import('zod')
  config({ jitless: true })
  return CHECKS[name]()
}
