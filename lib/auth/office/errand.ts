import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { clearCookie, readCookie, setCookie } from '@/lib/access/cookies'
import { env } from '@/lib/platform/env'

/** How long somebody may take at the provider, and afterwards to prove once who it is here. */
export const ERRAND_MINUTES = 10

const errandSchema = z.discriminatedUnion('is', [
  /** Sent to the provider; what comes back must fit. `to`: the address there. */
  z.object({
    is: z.literal('asked'),
    providerId: z.string(),
    state: z.string().min(1),
    nonce: z.string().min(1),
    verifier: z.string().min(1),
    to: z.string(),
    locale: z.string(),
    next: z.string(),
    isShared: z.boolean(),
  }),
  /** Came back as somebody who is linked with nobody here yet. */
  z.object({
    is: z.literal('vouched'),
    providerId: z.string(),
    issuer: z.string(),
    subject: z.string(),
    email: z.string(),
  }),
])

/** What this browser is about at the provider of an office. */
export type Errand = z.output<typeof errandSchema>
type ErrandOf<K extends Errand['is']> = Extract<Errand, { is: K }>

/** Another key than that of the session: neither is ever taken for the other. */
const SALT = 'office-sign-in'

/** Keeps it in this browser, encrypted, for some minutes. */
export async function writeErrand(errand: Errand): Promise<void> {
  const maxAge = ERRAND_MINUTES * 60
  const token = { errand: JSON.stringify(errand) }
  await setCookie('office', await encode({ token, secret: env().AUTH_SECRET, salt: SALT, maxAge }), maxAge)
}

/** What this browser is about, of this kind; null when it is not, or too long ago. */
export async function readErrand<K extends Errand['is']>(is: K): Promise<ErrandOf<K> | null> {
  const token = await readCookie('office')
  if (!token) return null
  try {
    const decoded = await decode({ token, secret: env().AUTH_SECRET, salt: SALT })
    const errand = errandSchema.parse(JSON.parse(String(decoded?.['errand'])))
    return errand.is === is ? (errand as ErrandOf<K>) : null
  } catch {
    return null
  }
}

export async function forgetErrand(): Promise<void> {
  await clearCookie('office')
}
