import 'server-only'
import { spawnSync } from 'node:child_process'
import { z } from 'zod'

// A key management service, behind a program of the operator's (KMS_COMMAND): one JSON request on its standard input, one JSON answer
// on its standard output, ended with 0. `curl --silent --fail --data-binary @- https://…` makes an HTTP service of it. docs/keys.md.

const ANSWER_MS = 30_000
const KEY_BYTES = 32

const base64Key = z.string().refine((text) => Buffer.from(text, 'base64').length === KEY_BYTES)
const unwrapped = z.object({ plaintext: base64Key })
const wrapped = z.object({ ciphertext: z.string().regex(/^[A-Za-z0-9+/=_-]+$/) })

/** The service did not answer, or not with what was asked. Holds nothing of what it said: it may be a key. */
export class KmsFailed extends Error {
  override readonly name = 'KmsFailed'
}

/** The 32 bytes of a master key that lies wrapped in the settings as kms:id:ciphertext. */
export function unwrapWithKms(command: string | undefined, keyText: string): Buffer {
  const [, keyId = '', ciphertext = ''] = /^kms:([^:]+):(.+)$/.exec(keyText) ?? []
  const { plaintext } = ask(command, { operation: 'unwrap', keyId, ciphertext }, unwrapped)
  return Buffer.from(plaintext, 'base64')
}

/** A master key as it may lie in the settings: only the service can open it. */
export function wrapWithKms(command: string | undefined, keyId: string, key: Uint8Array): string {
  const plaintext = Buffer.from(key).toString('base64')
  return `kms:${keyId}:${ask(command, { operation: 'wrap', keyId, plaintext }, wrapped).ciphertext}`
}

function ask<T>(command: string | undefined, request: Readonly<Record<string, string>>, answer: z.ZodType<T>): T {
  if (command === undefined) throw new KmsFailed('KMS_COMMAND is missing: a key of the form kms:… needs it')
  const done = spawnSync(command, {
    shell: true,
    input: JSON.stringify(request),
    encoding: 'utf8',
    timeout: ANSWER_MS,
    // What a program says besides its answer could quote the request.
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  if (done.status !== 0)
    throw new KmsFailed(`KMS_COMMAND ended with ${done.status ?? done.signal ?? 'an error'} (${request['operation']})`)
  try {
    return answer.parse(JSON.parse(done.stdout))
  } catch {
    throw new KmsFailed(`KMS_COMMAND answered something else than a key (${request['operation']})`)
  }
}
