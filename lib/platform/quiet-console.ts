import { log } from './logger'
import { toldOf } from './told-of-error'

const LEVELS = { error: 'error', warn: 'warn', log: 'info', info: 'info', debug: 'info', trace: 'error' } as const

/**
 * What libraries print of their own accord (Next prints every error that no page caught, with its message) becomes a line of the log
 * that says no more than ours do: the class, code and place of an error, and the number that the person's page shows. Words are
 * left out, since nobody knows whose they are. For the process that serves people; commands talk to a person at a terminal.
 */
export function quietConsole(target: Pick<Console, keyof typeof LEVELS> = console): void {
  for (const method of Object.keys(LEVELS) as (keyof typeof LEVELS)[]) {
    target[method] = (...said: readonly unknown[]) => {
      const error = said.find((one) => one instanceof Error)
      if (error !== undefined) log('error', { event: 'library_failed', ...numberOf(error), ...toldOf(error) })
      else if (LEVELS[method] !== 'info') log(LEVELS[method], { event: 'library_said', phase: method })
    }
  }
}

/** What ends a process is told in the same way; Node would print the message. It ends all the same. */
export function quietEnd(process: NodeJS.Process, end: () => void): void {
  process.on('uncaughtException', (error) => {
    log('error', { event: 'process_ends', ...toldOf(error) })
    end()
  })
  process.on('unhandledRejection', (error) => log('error', { event: 'promise_left', ...toldOf(error) }))
}

function numberOf(error: Error): { readonly reference?: string } {
  const digest = 'digest' in error ? error.digest : undefined
  return typeof digest === 'string' && /^[\w@-]{1,40}$/u.test(digest) ? { reference: digest } : {}
}
