import { z } from 'zod'

// The addresses beside PUBLIC_URL, read by lib/platform/env.ts.

const ONION = /^https?:\/\/[a-z2-7]{56}\.onion(?::\d{1,5})?\/?$/u

/** What every schema of settings has of addresses. */
export const addressSettingsShape = {
  /** The same installation as a Tor onion service. */
  ONION_URL: z
    .string()
    .regex(ONION, { error: 'is not an address such as http://(56 letters and digits).onion' })
    .optional(),
  /** Further addresses, with commas in the environment. */
  OTHER_URLS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((url) => url.trim())
        .filter((url) => url !== ''),
    )
    .refine((urls) => urls.every((url) => URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol)), {
      error: 'holds something that is not an address such as https://www.help.example.org',
    }),
  /** Who is told about holes in this installation: an address for /.well-known/security.txt (RFC 9116). */
  SECURITY_CONTACT: z
    .string()
    .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d-]+)$/u, {
      error: 'is not an address such as mailto:security@example.org or https://example.org/security',
    })
    .optional(),
} as const

type AddressSettings = z.output<z.ZodObject<typeof addressSettingsShape>>

/** The settings of addresses as variables for the application's own process. */
export function addressVariables({
  ONION_URL,
  OTHER_URLS,
  SECURITY_CONTACT,
}: AddressSettings): Readonly<Record<string, string>> {
  return {
    ...(ONION_URL === undefined ? {} : { ONION_URL }),
    ...(OTHER_URLS.length === 0 ? {} : { OTHER_URLS: OTHER_URLS.join(',') }),
    ...(SECURITY_CONTACT === undefined ? {} : { SECURITY_CONTACT }),
  }
}
