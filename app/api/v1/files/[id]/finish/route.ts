import { defineFileRoute, fileProblem } from '@/lib/http/define-file-route'
import { finishFile } from '@/lib/usecases/files/finish-file'
import { answer, fileJson } from '../../file-view'
import { holderOf } from '../../holder-of'

/**
 * POST /api/v1/files/{id}/finish: makes a file of its pieces. 200 with state `ready` or `refused`, the same however often it is
 * asked; 422 `wrong_length` with `received` when pieces are missing; 507 or 503 when the store cannot now: ask again later.
 */
export const POST = defineFileRoute<{ readonly id: string }>(async (request, { id }) => {
  const found = await holderOf(request, id)
  if (!found) return fileProblem({ code: 'not_here' })
  const finished = await finishFile(found.holder, id)
  return finished.ok ? answer(fileJson(finished.value)) : fileProblem(finished.error)
})
