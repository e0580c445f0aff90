import { z } from 'zod'
import type { MessageKey } from '@/lib/i18n/message-key'

const required: MessageKey = 'errors.required'
const tooLong: MessageKey = 'errors.too_long'
const domain: MessageKey = 'account.office_domain_unreadable'

/** A name with a dot in it, in the letters of the DNS. */
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/u

const line = (maximum: number) => z.string().trim().max(maximum, { error: tooLong })
const words = (maximum: number) =>
  line(maximum).transform((text) => [...new Set(text.split(/[\s,;]+/u).filter((word) => word !== ''))])

/** The identity provider of an office as an administrator sets it. Whether the issuer is one is judged by the use case. */
export const identityProviderSchema = z.object({
  issuer: line(500).min(1, { error: required }),
  clientId: line(300).min(1, { error: required }),
  /** Empty: the one that is kept stays. */
  secret: line(1_000).optional(),
  domains: words(2_000)
    .transform((all) => all.map((one) => one.toLowerCase().replace(/^@/u, '')))
    .refine((all) => all.length > 0, { error: required })
    .refine((all) => all.every((one) => DOMAIN.test(one)), { error: domain }),
  acrValues: words(1_000).optional(),
  isOn: z.literal('yes').optional(),
})
export type IdentityProviderInput = z.output<typeof identityProviderSchema>
