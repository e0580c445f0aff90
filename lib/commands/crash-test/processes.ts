import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { Answered, AnswerTo, Request } from './requests'

/** The process that was asked is gone: whether it did what it was asked, nobody knows. */
export class ProcessGone extends Error {}

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }

/** A process of the application that can be killed. */
export type Server = {
  readonly ask: <R extends Request>(request: R) => Promise<AnswerTo<R>>
  readonly isReady: () => boolean
  readonly ready: Promise<void>
  /** As a failing machine does it: nothing is finished. */
  readonly kill: () => Promise<void>
}

/** Starts a process; `onAsked` hears of each request as it is sent. */
export function startServer(env: Readonly<Record<string, string>>, onAsked: (ask: Request['ask']) => void): Server {
  const program = path.join(import.meta.dirname, 'server.ts')
  const child: ChildProcess = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', program], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, Waiting>()
  let last = 0
  let isGone = false
  let isReady = false
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isGone = true
      waiting.forEach(({ reject }) => reject(new ProcessGone()))
      waiting.clear()
      resolve()
    })
  })
  const ready = new Promise<unknown>((resolve, reject) => waiting.set(0, { resolve, reject })).then(() => {
    isReady = true
  })
  ready.catch(() => undefined)
  child.on('message', (answered: Answered) => {
    const asked = waiting.get(answered.id)
    waiting.delete(answered.id)
    if ('failure' in answered) asked?.reject(new Error(answered.failure))
    else asked?.resolve(answered.value)
  })
  return {
    isReady: () => isReady && !isGone,
    ready,
    ask: <R extends Request>(request: R) =>
      new Promise<AnswerTo<R>>((resolve, reject) => {
        if (isGone) {
          reject(new ProcessGone())
          return
        }
        last += 1
        waiting.set(last, { resolve: (value) => resolve(value as AnswerTo<R>), reject })
        child.send({ id: last, request }, (error) => error && reject(new ProcessGone()))
        onAsked(request.ask)
      }),
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}
