import { sayStillHere } from './still-here'

// One file to the server in pieces (app/api/v1/files): a dropped line costs one piece, and asking which pieces are there
// costs nothing, so every try goes on where the last one stopped. Only beginning and listing carry the cookie; the file itself
// travels with a pass of its own.

export type FileTarget = {
  readonly for: 'draft' | 'case'
  readonly purpose: string
  readonly name: string
  readonly keepDate: boolean
  readonly messageRequestId?: string | undefined
}

export type FileProgress =
  | { readonly at: 'sending'; readonly share: number }
  | { readonly at: 'waiting' }
  | { readonly at: 'checking' }

export type FileOutcome =
  | { readonly state: 'ready'; readonly file: SentFile }
  | { readonly state: 'refused'; readonly code: string }
  | { readonly state: 'stopped' }

/** A file by its id and what lets this page do something with it. */
export type SentFile = { readonly id: string; readonly pass: string }

type Remote = SentFile & {
  readonly state: 'receiving' | 'ready' | 'refused'
  readonly received: readonly number[]
  readonly chunkBytes: number
  readonly bytes: number
  readonly purpose: string
  readonly name?: string
  readonly refusal?: string
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000
/** A full or silent store is asked again this often before the person is told. */
const STORE_TRIES = 4
/** Answers that say no for now, not for good. */
const FOR_NOW = ['no_space', 'unavailable', 'wrong_length']

/** Thrown inside for an answer that says no; what is thrown for a dropped line is anything else. */
class Refused {
  constructor(readonly code: string) {}
}

/** Sends a file and waits until it is kept or refused. Goes on by itself through cuts until `signal` stops it. */
export async function sendFile(
  file: Blob,
  target: FileTarget,
  signal: AbortSignal,
  tell: (progress: FileProgress) => void,
): Promise<FileOutcome> {
  let remote: Remote | null = null
  let storeTries = 0
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      remote ??= (await unfinished(file, target, signal)) ?? (await begin(file, target, signal))
      const before: number = remote.received.length
      remote = await sendPieces(file, remote, signal, tell)
      if (remote.received.length > before) pause = FIRST_PAUSE_MS
      tell({ at: 'checking' })
      const done = await ask('POST', `/api/v1/files/${remote.id}/finish`, signal, { pass: remote.pass })
      return done.state === 'ready'
        ? { state: 'ready', file: remote }
        : { state: 'refused', code: done.refusal ?? 'damaged' }
    } catch (error) {
      if (signal.aborted) {
        if (remote) await removeFile(remote)
        return { state: 'stopped' }
      }
      if (error instanceof Refused) {
        storeTries += 1
        if (!FOR_NOW.includes(error.code) || storeTries > STORE_TRIES) return { state: 'refused', code: error.code }
      }
      tell({ at: 'waiting' })
      await quiet(pause, signal)
      // What arrived without our hearing it is not sent again.
      const known: Remote | null = remote
      if (known) remote = await again(known, signal)
    }
  }
}

/** Takes a file back; one that is gone already is fine. */
export async function removeFile({ id, pass }: SentFile): Promise<void> {
  const headers = { Authorization: `File ${pass}` }
  await fetch(`/api/v1/files/${id}`, { method: 'DELETE', credentials: 'omit', headers }).catch(() => undefined)
}

/** How far it is now; as it was known where nobody answers. */
async function again(known: Remote, signal: AbortSignal): Promise<Remote> {
  const { pass } = known
  const asked = ask('GET', `/api/v1/files/${known.id}`, signal, { pass })
  return asked.then(
    (now) => ({ ...now, pass }),
    () => known,
  )
}

/** A file of the same name, kind and length that stopped on its way: a page that was closed in the middle. */
async function unfinished(file: Blob, target: FileTarget, signal: AbortSignal): Promise<Remote | undefined> {
  const { files } = (await ask('GET', `/api/v1/files?for=${target.for}`, signal)) as unknown as {
    readonly files: readonly Remote[]
  }
  return files.find(
    ({ state, purpose, bytes, name }) =>
      state === 'receiving' && purpose === target.purpose && bytes === file.size && name === target.name,
  )
}

function begin(file: Blob, target: FileTarget, signal: AbortSignal): Promise<Remote> {
  return ask('POST', '/api/v1/files', signal, { body: JSON.stringify({ ...target, bytes: file.size }) })
}

async function sendPieces(
  file: Blob,
  remote: Remote,
  signal: AbortSignal,
  tell: (progress: FileProgress) => void,
): Promise<Remote> {
  const count = Math.ceil(file.size / remote.chunkBytes)
  let { received } = remote
  for (let index = 0; index < count; index += 1) {
    tell({ at: 'sending', share: received.length / count })
    if (received.includes(index)) continue
    const piece = file.slice(index * remote.chunkBytes, (index + 1) * remote.chunkBytes)
    const answer = await ask('PUT', `/api/v1/files/${remote.id}/chunks/${index}`, signal, {
      pass: remote.pass,
      body: piece,
    })
    received = answer.received
    sayStillHere()
  }
  return { ...remote, received }
}

type Asked = { readonly pass?: string; readonly body?: BodyInit }

/** With a pass, without cookies; without one, as this browser. */
async function ask(method: string, path: string, signal: AbortSignal, { pass, body }: Asked = {}): Promise<Remote> {
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream'
  const answer = await fetch(path, {
    method,
    signal,
    credentials: pass === undefined ? 'same-origin' : 'omit',
    headers: {
      ...(pass === undefined ? {} : { Authorization: `File ${pass}` }),
      ...(body === undefined ? {} : { 'Content-Type': type }),
    },
    ...(body === undefined ? {} : { body }),
  })
  if (answer.ok) return (await answer.json()) as Remote
  const { code } = (await answer.json().catch(() => ({}))) as { readonly code?: string }
  // Without a code of ours it is the line, or a server that is just starting: try again.
  if (code === undefined || code === 'unexpected') throw new Error(`answered ${answer.status}`)
  throw new Refused(code)
}

/** Waits, but no longer than until the network is back. */
function quiet(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
}
