import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Worker } from 'node:worker_threads'

/** What reading costs is not ours: it is done in a thread of its own, as that of COPY is in no process of PostgreSQL's. */
const READER = `
const { parentPort, workerData } = require('node:worker_threads')
let bytes = 0
const began = process.threadCpuUsage()
const socket = require('node:net').connect(workerData.port, '127.0.0.1')
socket.on('data', (data) => { bytes += data.length })
socket.on('end', () => {
  const { user, system } = process.threadCpuUsage(began)
  parentPort.postMessage({ bytes, cpuMs: (user + system) / 1000 })
})
socket.write('GET / HTTP/1.1\\r\\nHost: bench\\r\\nConnection: close\\r\\n\\r\\n')
`
const SAMPLE_MS = 20

/** `cpuMs`: processor time of this process, its reader left out. `grown`: bytes of memory above those before, at the most. */
export type Sent = { readonly ms: number; readonly cpuMs: number; readonly grown: number }

/** Sends a file over HTTP and the loopback of this machine to a reader that lets it go, as PostgreSQL sends a COPY. */
export async function sendOut(body: ReadableStream<Uint8Array>): Promise<Sent> {
  const server = createServer((_, response) => {
    pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const before = process.memoryUsage.rss()
  let most = before
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, SAMPLE_MS)
  const worker = new Worker(READER, { eval: true, workerData: { port } })
  await new Promise((resolve) => worker.once('online', resolve))
  const cpu = process.cpuUsage()
  const began = performance.now()
  const read = await new Promise<{ readonly bytes: number; readonly cpuMs: number }>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  const ms = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  clearInterval(sampling)
  await worker.terminate()
  server.close()
  return { ms, cpuMs: (user + system) / 1000 - read.cpuMs, grown: most - before }
}
