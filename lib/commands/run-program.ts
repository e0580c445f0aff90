import { spawn } from 'node:child_process'
import { stepBack } from './step-back'
import type { StopList } from './stop-signals'

export type Program = {
  readonly script: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** It leaves the processor and the screen to something else meanwhile: what it says is shown in one piece when it has ended. */
  readonly isHeldBack?: boolean
}

/** Runs a JavaScript program of node_modules in the foreground, without our own loader; resolves with its exit code. */
export async function runProgram(
  { script, args = [], env = {}, isHeldBack = false }: Program,
  stops: StopList,
): Promise<number> {
  const said: Buffer[] = []
  const child = spawn(process.execPath, [script, ...args], {
    stdio: isHeldBack ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ...env },
  })
  if (isHeldBack) stepBack(child)
  child.stdout?.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk))
  // Not `exit`: its last words may come after that.
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)))
  const stop = stops.add(async () => {
    child.kill('SIGTERM')
    await ended
  })
  const code = await ended
  await stop()
  process.stdout.write(Buffer.concat(said))
  return code
}
