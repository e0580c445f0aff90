import { createHash, randomUUID } from 'node:crypto'
import { grantOpen } from '@/lib/access/grant'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import type { FileHolder } from '@/lib/data/file-owner'
import { within } from '@/lib/data/within'
import { useWorkerSession } from '@/lib/data/worker-sessions'
import { CHUNK_BYTES } from '@/lib/domain/files/limits'
import type { Result } from '@/lib/domain/result'
import { lookThrough } from '@/lib/files/look-through'
import { setFileProcessor } from '@/lib/files/processor'
import { now, withClock } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { hashToken } from '@/lib/platform/token'
import { beginFile } from '@/lib/usecases/files/begin-file'
import { finishFile } from '@/lib/usecases/files/finish-file'
import { openOwnFile } from '@/lib/usecases/files/open-file'
import { receiveChunk } from '@/lib/usecases/files/receive-chunk'
import { sweepFiles } from '@/lib/usecases/files/sweep-files'
import { openOwnCase } from '@/lib/usecases/open-own-case'
import { readOwnFile } from '@/lib/usecases/read-own-file'
import { startReport } from '@/lib/usecases/start-report'
import { submitReport, submitWaitingReport } from '@/lib/usecases/submit-report'
import { answersOf, filesOf } from './told'
import type { Answered, Answers, Asked, Found, Request } from './requests'

// A process of the application that is asked over its channel instead of over HTTP, so that what is killed is the use cases, the
// database's client and the file store. Files are looked through in place.

setFileProcessor(lookThrough)
const HOUR_MS = 3_600_000
const LOCALE = 'vi'

const draftGrant = (token: string) => grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken(token))
const submitGrant = (token: string) =>
  grantOpen({ kind: 'reporter', caseId: newId() }, 'report.submit', hashToken(token))
const holderOf = (token: string): FileHolder => ({ kind: 'draft', token, grant: draftGrant(token) })

async function answer(request: Request): Promise<Answers[Request['ask']]> {
  switch (request.ask) {
    case 'start': {
      const draft = { answers: answersOf(request.phone), assisted: {} }
      return (
        (await startReport(async (token) => draftGrant(token), { kind: 'report', locale: LOCALE, draft })) ??
        refuse('start')
      )
    }
    case 'begin': {
      const { purpose, bytes } = fileOf(request)
      const file = { purpose, bytes: bytes.length, keepDate: false, name: 'IMG_1.png', messageRequestId: null }
      return valueOf(await beginFile(holderOf(request.token), file)).id
    }
    case 'piece': {
      const { id, index } = request
      const bytes = fileOf(request).bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)
      return valueOf(await receiveChunk(holderOf(request.token), { id, index, bytes }))
    }
    case 'finish': {
      const finished = await finishFile(holderOf(request.token), request.id)
      if (finished.ok) return finished.value
      return finished.error.code === 'wrong_length'
        ? { state: 'wrong_length', received: finished.error.received }
        : refuse(finished.error.code)
    }
    case 'submit':
      return valueOf(
        await submitReport(submitGrant(request.token), {
          answers: answersOf(request.phone),
          locale: LOCALE,
          channel: 'web',
          token: request.token,
        }),
      )
    case 'send_waiting': {
      const { token } = request
      const sent = await submitWaitingReport(submitGrant(token), {
        answers: answersOf(request.phone),
        locale: LOCALE,
        token,
      })
      if (sent.ok) return sent.value
      return sent.error.code === 'already_received' ? 'already_received' : refuse(sent.error.code)
    }
    case 'come_back':
      return comeBack(request.phone, request.code)
    case 'sweep':
      return withClock(() => new Date(Date.now() + request.hoursFromNow * HOUR_MS), sweepFiles)
  }
}

async function comeBack(phone: number, code: string): Promise<Found | null> {
  const opened = await openOwnCase(doorGrantForAuth(), { code, network: randomUUID(), formerToken: undefined })
  if (!opened.ok) return null
  const caseId = await within(doorGrantForAuth(), (on) => useWorkerSession(on, opened.value, now()))
  if (caseId === null) return null
  const grant = grantOpen({ kind: 'worker', caseId }, 'own_case.read')
  const own = await readOwnFile(grant)
  if (!own) return null
  const files: string[] = []
  for (const { id } of own.files) {
    const file = await openOwnFile(grant, id)
    files.push(file.ok ? hashOf(file.value.bytes) : file.error.code)
  }
  const told: string[] = []
  for (const { purpose, bytes } of filesOf(phone)) {
    const cleaned = await lookThrough(bytes, { purpose, keepDate: false })
    told.push(cleaned.ok ? hashOf(cleaned.value.bytes) : cleaned.error.code)
  }
  return { words: own.statements.map(({ text }) => text), files: files.toSorted(), told: told.toSorted() }
}

function fileOf({ phone, file }: { readonly phone: number; readonly file: number }) {
  return filesOf(phone)[file] ?? refuse('no_such_file')
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function valueOf<T>(result: Result<T, { readonly code: string }>): T {
  return result.ok ? result.value : refuse(result.error.code)
}

function refuse(code: string): never {
  throw Object.assign(new Error(code), { name: 'Refused' })
}

process.on('disconnect', () => process.exit(0))
process.on('message', ({ id, request }: Asked) => {
  answer(request).then(
    (value) => tell({ id, value }),
    (error: unknown) => tell({ id, failure: failureOf(error) }),
  )
})
tell({ id: 0, value: 'ready' })

function tell(answered: Answered): void {
  if (process.connected) process.send?.(answered)
}

/** A refusal says why; of everything else only its kind. */
function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.name === 'Refused') return `refused: ${error.message}`
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name
}
