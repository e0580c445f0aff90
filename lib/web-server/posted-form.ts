import type { IncomingMessage } from 'node:http'
import { bodyLimitOf } from './body-limits'

/** What came of each form, for as long as its request is worked on. */
const kept = new WeakMap<IncomingMessage, Buffer[]>()
const MULTIPART = /^multipart\/form-data\b/iu

export type PostedForm = {
  readonly texts: readonly (readonly [string, string])[]
  readonly hasFiles: boolean
}

/**
 * Keeps a copy of a form that a browser posts by itself, so that its words can be given back when nothing takes them (renewed-sender.ts).
 * Called before anybody reads or holds the body; what bounds it stands before it. Forms with whole files are not kept.
 */
export function keepPostedForm(request: IncomingMessage): void {
  const { method, url = '/', headers } = request
  const isForm = method === 'POST' && MULTIPART.test(headers['content-type'] ?? '')
  if (!isForm || headers['next-action'] !== undefined || bodyLimitOf(method, url).kind !== 'other') return
  const parts: Buffer[] = []
  kept.set(request, parts)
  const push = request.push.bind(request)
  request.push = (part: unknown, encoding?: BufferEncoding) => {
    if (part !== null) parts.push(part as Buffer)
    return push(part, encoding)
  }
}

/** The fields of a form that was kept; null when there is none, or when it cannot be read. */
export async function postedFormOf(request: IncomingMessage): Promise<PostedForm | null> {
  const parts = kept.get(request)
  if (parts === undefined) return null
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const form = await new Response(new Uint8Array(Buffer.concat(parts)), { headers }).formData().catch(() => null)
  if (form === null) return null
  const entries = [...form]
  return {
    texts: entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    hasFiles: entries.some(([, value]) => typeof value !== 'string' && value.size > 0),
  }
}
