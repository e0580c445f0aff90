import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { answerStrange } from '@/lib/web-server/strange-requests'

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

/** What is answered to these bytes. */
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
    socket.on('close', () => resolve(text))
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
  expect((await say(line)).split('\r\n')[0]).toContain(` ${status} `)
})

test('whoever opened a broken link reads so, in the language of the link, and nothing of it', async () => {
  const said = await say('GET /vi/%zz-lan')
  expect(said).toContain('<html lang="vi">')
  expect(said).toContain('href="/vi"')
  expect(said).not.toContain('lan<')
  expect(said).not.toContain('%zz')
  expect(await say('GET /api/%zz')).not.toContain('<html')
})
