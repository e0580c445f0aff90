import { spawn } from 'node:child_process'
import type { ScanResult } from './scan-result'

/** Where a program without a path is looked for; it gets nothing else of our environment. */
const SEARCHED = '/usr/local/bin:/usr/bin:/bin'

/**
 * Asks a program about a file: the bytes on its standard input, its exit code is the answer, as scanners have it: 0 clean, 1 found.
 * Anything else, or nothing in time, is `away`.
 */
export function askProgram(command: string, bytes: Uint8Array, patienceMs = 60_000): Promise<ScanResult> {
  return new Promise((resolve) => {
    const [program = '', ...given] = command.split(' ').filter((part) => part !== '')
    const child = spawn(program, given, {
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: patienceMs,
      killSignal: 'SIGKILL',
      env: { PATH: SEARCHED, NODE_ENV: 'production' },
    })
    child.on('error', () => resolve('away'))
    child.on('close', (code) => resolve(code === 0 ? 'clean' : code === 1 ? 'found' : 'away'))
    // A scanner may know enough before it has read everything.
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
  })
}
