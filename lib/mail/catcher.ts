import 'server-only'
import { mkdir, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import { SMTPServer } from 'smtp-server'

/** Above what one of our mails can weigh. */
const LARGEST_BYTES = 256 * 1024

let started: Promise<string> | undefined

/**
 * A mail server on this machine that keeps what it is given in a folder, one .eml file a mail, and passes nothing on. For
 * development, the demonstration and tests. Returns its address; the same server when it already runs.
 */
export function startCatcher(directory: string): Promise<string> {
  return (started ??= listen(directory))
}

async function listen(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_BYTES,
    onData: (stream, _session, done) => callbackify(keep)(directory, stream, done),
  })
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  server.server.unref()
  const { port } = server.server.address() as AddressInfo
  return `smtp://127.0.0.1:${port}`
}

/** The name of the file is the name of the mail: one that comes twice is one file, as it is one mail in a mailbox. */
async function keep(directory: string, mail: Readable): Promise<void> {
  const bytes = await buffer(mail)
  const id = /^message-id:\s*<([\w.-]+)@/im.exec(bytes.toString('latin1'))?.[1]
  await writeFile(path.join(directory, `${id ?? `unnamed-${Date.now()}`}.eml`), bytes, { mode: 0o600 })
}
