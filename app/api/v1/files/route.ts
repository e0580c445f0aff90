import { findFileHolder, waitingToken } from '@/lib/access/file-holder'
import { defineFileRoute, fileProblem } from '@/lib/http/define-file-route'
import { problem } from '@/lib/http/problem'
import { beginFileSchema } from '@/lib/schemas/files/begin-file'
import { beginFile } from '@/lib/usecases/files/begin-file'
import { beginWaitingDraft } from '@/lib/usecases/files/begin-waiting-draft'
import { listFilesOf } from '@/lib/usecases/files/read-files'
import { answer, fileJson } from './file-view'

/**
 * POST /api/v1/files {for, purpose, name, bytes, keepDate, messageRequestId?}: begins a file. 201 with the file; 404 `not_here`
 * without a draft or an open case, 409 `too_many`, 413 `too_large`.
 */
export const POST = defineFileRoute(async (request) => {
  const parsed = beginFileSchema.safeParse(await request.json().catch(() => null))
  if (!parsed.success) return problem(400, 'unreadable')
  const { for: parent, ...file } = parsed.data
  const holder = await findFileHolder(parent)
  if (!holder) return fileProblem({ code: 'not_here' })
  if (holder.kind === 'draft' && (await waitingToken()) !== undefined) await beginWaitingDraft(holder.token)
  const begun = await beginFile(holder, file)
  return begun.ok ? answer(fileJson(begun.value), 201) : fileProblem(begun.error)
})

/** GET /api/v1/files?for=draft|case: every file of this browser's draft or case, the first one first. */
export const GET = defineFileRoute(async (request) => {
  const parent = new URL(request.url).searchParams.get('for')
  if (parent !== 'draft' && parent !== 'case') return problem(400, 'unreadable')
  const holder = await findFileHolder(parent)
  const views = holder && (await listFilesOf(holder))
  return views ? answer({ files: views.map(fileJson) }) : fileProblem({ code: 'not_here' })
})
