import { findFileHolderByPass } from '@/lib/access/file-holder'
import { defineFileRoute, fileProblem } from '@/lib/http/define-file-route'
import { API_HEADERS } from '@/lib/http/problem'
import { removeFile } from '@/lib/usecases/files/remove-file'
import { answer, fileJson } from '../file-view'
import { holderOf } from '../holder-of'

type Params = { readonly id: string }

/** GET /api/v1/files/{id}, with its pass: how far the file is. */
export const GET = defineFileRoute<Params>(async (request, { id }) => {
  const found = await holderOf(request, id)
  return found ? answer(fileJson(found.view)) : fileProblem({ code: 'not_here' })
})

/** DELETE /api/v1/files/{id}: takes the file back, with its pass. 204 also when it is gone already; 404 `not_here` without a pass; 409 `kept` when the law holds it. */
export const DELETE = defineFileRoute<Params>(async (request, { id }) => {
  const holder = await findFileHolderByPass(request, id)
  if (!holder) return fileProblem({ code: 'not_here' })
  const removed = await removeFile(holder, id)
  if (!removed.ok) return fileProblem(removed.error)
  return new Response(null, { status: 204, headers: API_HEADERS })
})
