import { z } from 'zod'

// What a browser answers (WebAuthn level 3, RegistrationResponseJSON and AuthenticationResponseJSON): only its shape is checked here,
// what stands in it by @simplewebauthn/server. Text is short: the largest of it is an attestation, which is not asked for.

const text = z.string().max(20_000)
const answer = {
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
}

export const madePasskeySchema = z.object({
  ...answer,
  response: z.looseObject({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})

export const usedPasskeySchema = z.object({
  ...answer,
  response: z.looseObject({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
})

/** What somebody calls a passkey. */
export const passkeyNameSchema = z.string().trim().max(60)
