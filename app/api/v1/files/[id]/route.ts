import { defineFileRoute, fileProblem } from '@/lib/http/define-file-route'
import { API_HEADERS } from '@/lib/http/problem'
import { removeFile } from '@/lib/usecases/files/remove-file'
import { answer, fileJson } from '../file-view'
import { holderOf } from '../holder-of'

type Params = { readonly id: string }

/** GET /api/v1/files/{id}: how far the file is. */
export const GET = defineFileRoute<Params>(async (_request, { id }) => {
  const found = await holderOf(id)
  return found ? answer(fileJson(found.view)) : fileProblem({ code: 'not_here' })
})

/** DELETE /api/v1/files/{id}: takes the file back. 204 also when it is gone already; 409 `kept` when the law holds it. */
export const DELETE = defineFileRoute<Params>(async (_request, { id }) => {
  const found = await holderOf(id)
  const removed = found && (await removeFile(found.holder, id))
  if (removed?.ok === false) return fileProblem(removed.error)
  return new Response(null, { status: 204, headers: API_HEADERS })
})
