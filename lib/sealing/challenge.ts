import 'server-only'
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { keyFor } from './master-key'

/** What is signed: for what, bound to whom, from when on waiting is enough, until when, how heavy, and what the puzzles are made of. */
const contentSchema = z.object({
  name: z.string(),
  boundTo: z.string(),
  readyAt: z.number(),
  until: z.number(),
  bits: z.number().int(),
  seed: z.string(),
})
export type SignedChallenge = z.output<typeof contentSchema>

const SEED_BYTES = 15

/** A challenge with a seed of its own, signed so that only this installation can have made it. */
export function signChallenge(content: Omit<SignedChallenge, 'seed'>): {
  readonly token: string
  readonly seed: string
} {
  const seed = randomBytes(SEED_BYTES).toString('base64url')
  const payload = Buffer.from(JSON.stringify({ ...content, seed })).toString('base64url')
  return { token: `${payload}.${signatureOf(payload).toString('base64url')}`, seed }
}

/** What a token says; null when we did not sign it. */
export function readChallenge(token: string): SignedChallenge | null {
  const [payload = '', signature = ''] = token.split('.')
  const expected = signatureOf(payload)
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const parsed = contentSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
  return parsed.success ? parsed.data : null
}

/** Whether a solution (one number for each puzzle, with dots between) solves so many puzzles of the seed. */
export function isSolved({ seed, bits }: SignedChallenge, solution: string, puzzles: number): boolean {
  const numbers = solution.split('.')
  return (
    numbers.length === puzzles &&
    numbers.every((number, puzzle) => /^\d{1,10}$/u.test(number) && leadsWithZeros(`${seed}.${puzzle}.${number}`, bits))
  )
}

/** The name under which a challenge is remembered as used. */
export function challengeId({ seed }: SignedChallenge): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(seed, 'base64url'))
}

function leadsWithZeros(text: string, bits: number): boolean {
  return createHash('sha256').update(text).digest().readUInt32BE(0) >>> (32 - bits) === 0
}

function signatureOf(payload: string): Buffer {
  return createHmac('sha256', keyFor('challenge')).update(payload).digest()
}
