import { Agent, createServer, request, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { Closing } from '@/lib/web-server/closing'

/** A server that is being watched, and its port. */
async function serve(handle: RequestListener): Promise<{ port: number; closing: Closing; server: Server }> {
  const server = createServer({ keepAliveTimeout: 60_000 })
  const closing = new Closing(server)
  server.on('request', (asked, answer) => {
    closing.watch(answer)
    handle(asked, answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return { port: (server.address() as AddressInfo).port, closing, server }
}

type Got = { readonly text: string; readonly connection: string | undefined }

/** Asks on a line that stays open for the next question. */
function ask(port: number, agent: Agent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, agent }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part))
      answer.on('end', () => resolve({ text, connection: answer.headers.connection }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

test('what has begun is answered and ends its line; nobody else is let in', async () => {
  let arrived: () => void = () => undefined
  const here = new Promise<void>((resolve) => (arrived = resolve))
  let goOn: () => void = () => undefined
  const { port, closing } = await serve((_, answer) => {
    goOn = () => answer.end('told')
    arrived()
  })
  const begun = ask(port, new Agent({ keepAlive: true }))
  await here
  let isOver = false
  const closed = closing.close().then(() => (isOver = true))
  await expect(ask(port, new Agent())).rejects.toThrow('ECONNREFUSED')
  expect(isOver).toBe(false)
  goOn()
  expect(await begun).toEqual({ text: 'told', connection: 'close' })
  await closed
})

test('a line on which one question follows the other ends with an answer', async () => {
  const closed: Promise<void>[] = []
  let asked = 0
  const { port, closing } = await serve((_, answer) => {
    asked += 1
    if (asked === 3) closed.push(closing.close())
    setTimeout(() => answer.end('told'), 5)
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const answers: Got[] = []
  const asking = (async () => {
    for (;;) answers.push(await ask(port, agent))
  })().catch((error: unknown) => String(error))
  expect(await asking).toContain('ECONNREFUSED')
  expect(answers.map(({ connection }) => connection)).toEqual(['keep-alive', 'keep-alive', 'close'])
  await Promise.all(closed)
})

test('lines on which nobody says anything end at once', async () => {
  const { port, closing, server } = await serve((_, answer) => void answer.end('told'))
  await ask(port, new Agent({ keepAlive: true }))
  await closing.close()
  expect(server.listening).toBe(false)
})
