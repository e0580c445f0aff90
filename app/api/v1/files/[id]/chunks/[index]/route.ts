import { CHUNK_BYTES } from '@/lib/domain/files/limits'
import { defineFileRoute, fileProblem } from '@/lib/http/define-file-route'
import { receiveChunk } from '@/lib/usecases/files/receive-chunk'
import { answer } from '../../../file-view'
import { holderOf } from '../../../holder-of'

type Params = { readonly id: string; readonly index: string }

/**
 * PUT /api/v1/files/{id}/chunks/{index}, the raw bytes: keeps one piece, in any order, twice is fine. 200 with all indexes that
 * are there; 422 `wrong_length` when the piece is not as long as it must be.
 */
export const PUT = defineFileRoute<Params>(async (request, { id, index }) => {
  if (Number(request.headers.get('content-length') ?? 0) > CHUNK_BYTES) return fileProblem({ code: 'wrong_length' })
  const found = await holderOf(request, id)
  if (!found || !/^\d{1,4}$/.test(index)) return fileProblem({ code: 'not_here' })
  const bytes = new Uint8Array(await request.arrayBuffer())
  const kept = await receiveChunk(found.holder, { id, index: Number(index), bytes })
  return kept.ok ? answer({ received: kept.value }) : fileProblem(kept.error)
})
