import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { answerStrange } from '@/lib/web-server/strange-requests'

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

/** The first line of what is answered to these bytes. */
async function say(line: string): Promise<string> {
  const server = createServer((asked, answer) => {
    if (!answerStrange(asked, answer)) answer.end('page')
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, () => resolve()))
  const { port } = server.address() as AddressInfo
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(
      { port },
      () => void socket.write(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    )
    socket.setEncoding('latin1').on('data', (part: string) => (text += part))
    socket.on('close', () => resolve(text.split('\r\n')[0] ?? ''))
  })
}

test.each([
  ['GET /vi', 200],
  ['OPTIONS /vi', 200],
  ['GET //them.example', 200],
  ['GET *', 400],
  ['POST *?a=b', 400],
  ['GET http://them.example/vi', 400],
  ['GET /vi/%zz', 400],
  ['GET /vi/%c0%af?a=b', 400],
  ['GET /vi/%E1%BB%87?a=%zz', 200],
  ['TRACE /vi', 405],
])('%s is answered with %i', async (line, status) => {
  expect(await say(line)).toContain(` ${status} `)
})
