import { CHUNK_BYTES } from '@/lib/domain/files/limits'
import type { FileView } from '@/lib/domain/files/upload'
import { API_HEADERS } from '@/lib/http/problem'

/** A file as the API tells it; what is not known is left out. `pass`: with which its pieces travel (lib/access/file-pass.ts). */
export function fileJson(view: FileView, pass: string | null = null) {
  const { id, purpose, state, received, bytes, removed } = view
  return {
    id,
    purpose,
    state,
    received,
    chunkBytes: CHUNK_BYTES,
    bytes,
    removed,
    ...(pass === null ? {} : { pass }),
    ...(view.refusal === null ? {} : { refusal: view.refusal }),
    ...(view.takenOn === null ? {} : { takenOn: view.takenOn }),
    ...(view.format === null ? {} : { format: view.format }),
    ...(view.durationSeconds === null ? {} : { durationSeconds: view.durationSeconds }),
    ...(view.name === null ? {} : { name: view.name }),
    ...(view.messageRequestId === null ? {} : { messageRequestId: view.messageRequestId }),
  }
}

export function answer(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: API_HEADERS })
}
