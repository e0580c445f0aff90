import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { env } from '@/lib/platform/env'
import { readCookie } from './cookies'

/** A worker's session ends sooner, a draft later: then a new pass is asked for. */
const PASS_MS = 24 * 3_600_000
const IV_BYTES = 12
const TAG_BYTES = 16

const contentSchema = z.object({
  file: z.string(),
  parent: z.enum(['draft', 'case']),
  token: z.string(),
  until: z.number(),
})

export type FilePass = z.output<typeof contentSchema>

/**
 * The pass for one file of this browser's draft or case: with it the pieces of the file travel without any cookie, so no other site
 * can make a browser send, finish or take away a file. Sealed (AES-256-GCM): the token in it is read by this server only.
 * Null when there is nothing to add files to.
 */
export async function makeFilePass(parent: FilePass['parent'], file: string, now: Date): Promise<string | null> {
  const token = await readCookie(parent === 'draft' ? 'draft' : 'track')
  if (token === undefined) return null
  const content: FilePass = { file, parent, token, until: now.getTime() + PASS_MS }
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key(), iv)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What a request's pass says (`Authorization: File …`); null when there is none, it is not ours, of another file, or ran out. */
export function readFilePass(headers: Headers, file: string, now: Date): FilePass | null {
  const given = /^File ([\w-]{40,1000})$/u.exec(headers.get('authorization') ?? '')?.[1]
  if (given === undefined) return null
  const bytes = Buffer.from(given, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    const content = contentSchema.parse(JSON.parse(text))
    return content.file === file && content.until > now.getTime() ? content : null
  } catch {
    return null
  }
}

function key(): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', env().AUTH_SECRET, '', 'fair-passage/file-pass', 32))
}
