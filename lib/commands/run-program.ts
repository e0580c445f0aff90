import { spawn } from 'node:child_process'
import type { StopList } from './stop-signals'

export type Program = {
  readonly script: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** Runs a JavaScript program of node_modules in the foreground, without our own loader; resolves with its exit code. */
export async function runProgram({ script, args = [], env = {} }: Program, stops: StopList): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit', env: { ...process.env, ...env } })
  const exited = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  const stop = stops.add(async () => {
    child.kill('SIGTERM')
    await exited
  })
  const code = await exited
  await stop()
  return code
}
