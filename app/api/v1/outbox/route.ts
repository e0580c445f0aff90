import { doorGrant, submitGrant } from '@/lib/access/door'
import { foreignJson } from '@/lib/domain/writing/foreign-json'
import { networkOf } from '@/lib/http/network-address'
import { API_HEADERS, problem } from '@/lib/http/problem'
import { readLimited } from '@/lib/http/read-limited'
import { isSameOrigin } from '@/lib/http/same-origin'
import { logFailure } from '@/lib/platform/logger'
import { OUTBOX_BYTES_MAXIMUM, outboxPostSchema } from '@/lib/schemas/report/outbox-post'
import { receiveOutbox, type OutboxError } from '@/lib/usecases/receive-outbox'

const STATUS = { key_unknown: 422, unreadable: 400, not_submittable: 422, slow_down: 429 } as const satisfies Record<
  OutboxError['code'],
  number
>

/**
 * POST /api/v1/outbox {keyId, box}: a report that was finished without network. 200 {state: 'received'}, as often as it is sent;
 * 400 unreadable, 403 elsewhere, 413 too_large, 422 not_submittable or key_unknown, 429 slow_down, 500 unexpected. No cookie is
 * read or set.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isSameOrigin(request.headers)) return problem(403, 'elsewhere')
    const body = await readLimited(request, OUTBOX_BYTES_MAXIMUM)
    if (body === null) return problem(413, 'too_large')
    const post = outboxPostSchema.safeParse(foreignJson(body))
    if (!post.success) return problem(400, 'unreadable')
    const network = networkOf(request.headers.get('x-forwarded-for'))
    const received = await receiveOutbox({ door: doorGrant(), submitFor: submitGrant }, post.data, network)
    if (!received.ok) return problem(STATUS[received.error.code], received.error.code)
    return Response.json({ state: 'received' }, { headers: API_HEADERS })
  } catch (error) {
    return problem(500, 'unexpected', { reference: logFailure(error, { route: '/api/v1/outbox' }) })
  }
}
