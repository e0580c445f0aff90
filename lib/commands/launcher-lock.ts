import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import path from 'node:path'

type LockFile = { readonly port: number; readonly token: string; readonly address: string; readonly pid: number }

const ANSWER_MS = 1000

/**
 * Makes sure that one launcher at a time works on a data directory. The lock is a port that answers, not a
 * process number: that of a killed launcher may belong to somebody else by now.
 *
 * @returns how to give the lock back, or the address and process of the launcher that holds it
 */
export async function takeLauncherLock(
  dataDirectory: string,
  address: string,
): Promise<{ release: () => void } | { heldBy: { address: string; pid: number } }> {
  mkdirSync(dataDirectory, { recursive: true })
  const file = path.join(dataDirectory, 'launcher.json')
  const former = readLock(file)
  if (former && (await answers(former))) return { heldBy: { address: former.address, pid: former.pid } }
  const token = randomUUID()
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end(token)
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      if (typeof at === 'object' && at) resolve(at.port)
    })
  })
  server.unref()
  const lock: LockFile = { port, token, address, pid: process.pid }
  writeFileSync(file, JSON.stringify(lock), { mode: 0o600 })
  return {
    release: () => {
      server.close()
      rmSync(file, { force: true })
    },
  }
}

function readLock(file: string): LockFile | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockFile
  } catch {
    return undefined
  }
}

function answers(lock: LockFile): Promise<boolean> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect({ port: lock.port, host: '127.0.0.1', timeout: ANSWER_MS })
    socket.setEncoding('utf8')
    socket.on('data', (chunk) => (answer += String(chunk)))
    socket.on('end', () => resolve(answer === lock.token))
    socket.on('error', () => resolve(false))
    socket.on('timeout', () => {
      socket.destroy()
      resolve(false)
    })
  })
}
