import type { IncomingMessage, ServerResponse } from 'node:http'
import { bodyLimitOf } from './body-limits'
import type { FileForms } from './file-forms'

/** How long a client that was refused may go on sending, so that it reads the answer instead of a broken line. */
const PATIENCE_MS = 10_000

/**
 * Holds the body of a request to the limit of its address, before anything keeps it: what says that it is longer is refused at
 * once, what turns out to be longer is cut, what takes too long is ended. At most a few forms with files come at the same time,
 * since each is held in memory whole. Returns whether the request may go on; otherwise it is answered.
 */
export function boundBody(request: IncomingMessage, response: ServerResponse, forms: FileForms): boolean {
  const limit = bodyLimitOf(request.method, request.url ?? '/')
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > limit.bytes) return refuse(request, response, 413)
  if (limit.kind === 'file_form' && !forms.enter(request, response)) return refuse(request, response, 503)
  if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined) return true

  const late = setTimeout(() => request.destroy(), limit.ms)
  late.unref()
  request.once('close', () => clearTimeout(late))
  let bytes = 0
  let isCut = false
  const push = request.push.bind(request)
  // Node hands over each part of a body here; a listener for `data` would let it flow before Next reads it.
  request.push = (part: unknown, encoding?: BufferEncoding) => {
    if (isCut) return true
    if (part === null) clearTimeout(late)
    else bytes += (part as Buffer).length
    if (bytes <= limit.bytes) return push(part, encoding)
    isCut = true
    // Whoever reads must see an error, never a body that looks whole.
    void answered(request, response, 413).finally(() => request.destroy(new Error('the body is longer than it may be')))
    return true
  }
  return true
}

/** Answers without reading, and ends the line when the client does not. */
function refuse(request: IncomingMessage, response: ServerResponse, status: 413 | 503): false {
  void answered(request, response, status)
  request.resume()
  const impatient = setTimeout(() => request.destroy(), PATIENCE_MS)
  impatient.unref()
  request.once('close', () => clearTimeout(impatient))
  return false
}

/** The words are read when they are needed, which is never on most days. */
async function answered(request: IncomingMessage, response: ServerResponse, status: 413 | 503): Promise<void> {
  try {
    const { sayRefusal } = await import('./body-refusal')
    if (!response.headersSent) await sayRefusal(request, response, status)
  } catch {
    response.destroy()
  }
}
