import { z } from 'zod'

/** A story of 50,000 letters in any script and a hundred payments, sealed and written as base64, fit several times. */
export const OUTBOX_BYTES_MAXIMUM = 1_000_000

/** What a phone sends of a report that waited: the sealed box, and the name of the key it is sealed to. */
export const outboxPostSchema = z.object({
  keyId: z.string().regex(/^[0-9a-f]{16}$/u),
  box: z.string().regex(/^[A-Za-z0-9_-]+$/u),
})
