import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const WORDS = 'nguyen-thi-hoa 0901234567'
const ROOT = path.resolve(import.meta.dirname, '../../..')

/** What a process of its own wrote, whose console and end are quiet. */
function writtenBy(program: string): { readonly written: string; readonly status: number | null } {
  const whole = `import { quietConsole, quietEnd } from '@/lib/platform/quiet-console'
    quietConsole(); quietEnd(process, () => process.exit(7)); ${program}`
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', whole],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        APP_DATABASE_URL: 'postgresql://a:b@localhost/c',
        AUTH_SECRET: 'a'.repeat(32),
        ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
      },
    },
  )
  return { written: stdout + stderr, status }
}

test('what a library prints is told without its words, and with the number of the page', () => {
  const { written } = writtenBy(`
    const error = Object.assign(new RangeError('${WORDS}'), { digest: '1234567890' })
    console.error('⨯', error); console.error('${WORDS}'); console.warn({ said: '${WORDS}' }); console.log('${WORDS}')
    console.error(new Error('outer', { cause: new Error('${WORDS}') }))`)
  const lines = written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines).toHaveLength(4)
  expect(lines[0]).toMatchObject({ event: 'library_failed', code: 'RangeError', reference: '1234567890' })
  expect(lines.slice(1).map(({ event }) => event)).toEqual(['library_said', 'library_said', 'library_failed'])
  expect(written).not.toContain('hoa')
})

test('an error that nobody caught ends the process without its words', () => {
  const { written, status } = writtenBy(`setTimeout(() => { throw new Error('${WORDS}') }, 1)`)
  expect(status).toBe(7)
  expect(written).toContain('process_ends')
  expect(written).not.toContain('hoa')
})

test('a promise that nobody waited for is told without its words', () => {
  const { written, status } = writtenBy(`void Promise.reject(new Error('${WORDS}'))`)
  expect(status).toBe(0)
  expect(written).toContain('promise_left')
  expect(written).not.toContain('hoa')
})
