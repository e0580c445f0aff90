import { spawn } from 'node:child_process'
import { expect, test } from 'playwright/test'
import type { Stopped } from '../support/stopping-child'

/** What docs/nothing-lost.md promises for what has begun. */
const PROMISED_MS = 8_000

test('a server that is stopped answers what has begun, ends its jobs, lets nobody in and goes @desktop', async () => {
  const child = spawn(process.execPath, [
    '--conditions=react-server',
    '--import',
    'tsx',
    'tests/support/stopping-child.ts',
  ])
  let [said, failed] = ['', '']
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  child.stderr.on('data', (text: Buffer) => (failed += text.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  expect(code, failed).toBe(0)
  const stopped = JSON.parse(said) as Stopped
  expect(stopped).toMatchObject({ code: 0, job: 'completed' })
  expect(stopped.status).toBeGreaterThan(199)
  expect(stopped.status).toBeLessThan(500)
  expect(stopped.ms).toBeLessThan(PROMISED_MS + 2_000)
})
