import { connect, type NetConnectOpts } from 'node:net'
import type { ScanResult } from './scan-result'

/** Bytes of one piece on the way to clamd. */
const PIECE_BYTES = 64 * 1024
/** What clamd answers is one line; more than this is something else. */
const ANSWER_BYTES_MAXIMUM = 4_096

/** `unix:/run/clamav/clamd.ctl`, or `host:port`. */
export function clamdPlace(address: string): NetConnectOpts {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) }
  const colon = address.lastIndexOf(':')
  return { host: address.slice(0, colon).replace(/^\[|\]$/gu, ''), port: Number(address.slice(colon + 1)) }
}

/**
 * Asks clamd about a file by its own protocol (INSTREAM, clamd(8)): pieces with their length before them, a length of zero, one line
 * back. Whatever is not a clear answer in time is `away`: nobody looked.
 */
export function askClamd(address: string, bytes: Uint8Array, patienceMs = 60_000): Promise<ScanResult> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(clamdPlace(address))
    const end = (result: ScanResult) => {
      socket.destroy()
      resolve(result)
    }
    socket.setTimeout(patienceMs, () => end('away'))
    socket.on('error', () => end('away'))
    socket.on('data', (piece: Buffer) => {
      answer += piece.toString('latin1')
      if (answer.length > ANSWER_BYTES_MAXIMUM) end('away')
      else if (answer.includes('\0')) end(resultOf(answer))
    })
    socket.on('end', () => end(resultOf(answer)))
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        const piece = bytes.subarray(at, at + PIECE_BYTES)
        socket.write(lengthOf(piece.length))
        socket.write(piece)
      }
      socket.write(lengthOf(0))
    })
  })
}

function resultOf(answer: string): ScanResult {
  const line = answer.split('\0')[0]?.trim() ?? ''
  if (line === 'stream: OK') return 'clean'
  return /^stream: .+ FOUND$/u.test(line) ? 'found' : 'away'
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}
