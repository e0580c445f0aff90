import { headers } from 'next/headers'
import { doorGrant } from '@/lib/access/door'
import { findFileHolder } from '@/lib/access/file-holder'
import { makeFilePass } from '@/lib/access/file-pass'
import { FILE_BYTES_MAXIMUM } from '@/lib/domain/files/limits'
import { defineFileRoute, fileProblem } from '@/lib/http/define-file-route'
import { networkOf } from '@/lib/http/network-address'
import { problem } from '@/lib/http/problem'
import { now } from '@/lib/platform/clock'
import { foreignJson } from '@/lib/domain/writing/foreign-json'
import { beginFileSchema } from '@/lib/schemas/files/begin-file'
import { beginFile } from '@/lib/usecases/files/begin-file'
import { mayBeginFile } from '@/lib/usecases/files/count-file'
import { listFilesOf } from '@/lib/usecases/files/read-files'
import { answer, fileJson } from './file-view'

/**
 * POST /api/v1/files {for, purpose, name, bytes, keepDate, messageRequestId?}: begins a file. 201 with the file
 * and its pass: everything after it is asked with `Authorization: File {pass}` and without cookies; 404 `not_here`
 * without a draft or an open case, 409 `too_many`, 413 `too_large`, 507 `no_space`; 429 `unavailable` when its network began too
 * many.
 */
export const POST = defineFileRoute(async (request) => {
  const parsed = beginFileSchema.safeParse(foreignJson(await request.text()))
  if (!parsed.success) return problem(400, 'unreadable')
  const { for: parent, ...file } = parsed.data
  const holder = await findFileHolder(parent)
  if (!holder) return fileProblem({ code: 'not_here' })
  if (file.bytes > FILE_BYTES_MAXIMUM) return fileProblem({ code: 'too_large' })
  const network = networkOf((await headers()).get('x-forwarded-for'))
  if (!(await mayBeginFile(doorGrant(), network, file.bytes))) return problem(429, 'unavailable')
  const begun = await beginFile(holder, file)
  if (!begun.ok) return fileProblem(begun.error)
  return answer(fileJson(begun.value, await makeFilePass(parent, begun.value.id, now())), 201)
})

/** GET /api/v1/files?for=draft|case: every file of this browser's draft or case, the first one first. */
export const GET = defineFileRoute(async (request) => {
  const parent = new URL(request.url).searchParams.get('for')
  if (parent !== 'draft' && parent !== 'case') return problem(400, 'unreadable')
  const holder = await findFileHolder(parent)
  const views = holder && (await listFilesOf(holder))
  if (!views) return fileProblem({ code: 'not_here' })
  const files = views.map(async (view) => fileJson(view, await makeFilePass(parent, view.id, now())))
  return answer({ files: await Promise.all(files) })
})
