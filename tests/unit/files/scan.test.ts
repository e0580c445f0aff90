import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { askClamd, clamdPlace } from '@/lib/files/scan/clamd'
import { askProgram } from '@/lib/files/scan/program'

/** The file that every scanner knows and that does nothing (EICAR), in two parts: this file is none. */
const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))

let server: Server | undefined
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))

/** A clamd that reads INSTREAM as clamd(8) describes it, and answers as `say` wants. */
async function aClamd(say: (content: Buffer, socket: Socket) => string | null): Promise<string> {
  const place = path.join(tmpdir(), `clamd-${randomUUID()}.sock`)
  server = createServer((socket) => {
    let got = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (piece: Buffer) => {
      got = Buffer.concat([got, piece])
      const command = 'zINSTREAM\0'
      if (got.length < command.length || got.subarray(0, command.length).toString() !== command) return
      const parts: Buffer[] = []
      for (let at = command.length; at + 4 <= got.length;) {
        const length = got.readUInt32BE(at)
        if (length === 0) {
          const answer = say(Buffer.concat(parts), socket)
          if (answer !== null) socket.end(`${answer}\0`)
          return
        }
        if (at + 4 + length > got.length) return
        parts.push(got.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
  })
  await new Promise<void>((resolve) => server?.listen(place, resolve))
  return `unix:${place}`
}

const like = (content: Buffer) => (content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')

describe('clamd', () => {
  test('gets every byte in pieces and says clean or found', async () => {
    let seen = ''
    const address = await aClamd((content) => {
      seen = content.toString('latin1')
      return like(content)
    })
    const large = Buffer.alloc(300_001, 'photo')
    expect(await askClamd(address, large)).toBe('clean')
    expect(seen).toBe(large.toString('latin1'))
    expect(await askClamd(address, Buffer.concat([large, EICAR]))).toBe('found')
    expect(await askClamd(address, Buffer.alloc(0))).toBe('clean')
  })

  test.each([
    ['an error', 'INSTREAM size limit exceeded. ERROR'],
    ['an answer of another kind', 'PONG'],
    ['a name that says OK', 'stream: OK.Virus'],
    ['very much', 'x'.repeat(10_000)],
  ])('that answers %s has not looked', async (_name, answer) => {
    expect(await askClamd(await aClamd(() => answer), EICAR)).toBe('away')
  })

  test('that hangs up, is silent or is not there has not looked', async () => {
    const hangsUp = await aClamd((_content, socket) => {
      socket.destroy()
      return null
    })
    expect(await askClamd(hangsUp, EICAR)).toBe('away')
    server?.close()
    expect(await askClamd(await aClamd(() => null), EICAR, 50)).toBe('away')
    expect(await askClamd('unix:/nowhere/clamd.sock', EICAR)).toBe('away')
  })

  test('is found by socket or by name and port', () => {
    expect(clamdPlace('unix:/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' })
    expect(clamdPlace('scanner.example:3310')).toEqual({ host: 'scanner.example', port: 3310 })
    expect(clamdPlace('[::1]:3310')).toEqual({ host: '::1', port: 3310 })
  })
})

describe('a program', () => {
  test('says by its exit code', async () => {
    expect(await askProgram('cat', Buffer.alloc(1_000_000))).toBe('clean')
    expect(await askProgram('grep -qv EICAR', EICAR)).toBe('found')
    expect(await askProgram('grep -E (', EICAR)).toBe('away')
    expect(await askProgram('/nowhere/scanner', EICAR)).toBe('away')
    expect(await askProgram('sleep 5', EICAR, 50)).toBe('away')
  })
})
