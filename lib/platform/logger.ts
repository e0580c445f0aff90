import 'server-only'
import { randomUUID } from 'node:crypto'
import pino, { type Logger } from 'pino'
import { env } from './env'
import { toldOf } from './told-of-error'

/**
 * What a log line may say: names of events, codes, counts, durations, ids of our own. Anything else is refused
 * by the type, so that no name, contact, story, code or address of a person can reach a log.
 */
export type LogFields = Readonly<
  Partial<
    Record<
      'event' | 'route' | 'method' | 'code' | 'requestId' | 'reference' | 'permission' | 'role' | 'phase' | 'caseId',
      string
    >
  > &
    Partial<Record<'status' | 'durationMs' | 'count', number>>
>

const ALLOWED = new Set([
  'event',
  'route',
  'method',
  'code',
  'requestId',
  'reference',
  'permission',
  'role',
  'phase',
  'caseId',
  'status',
  'durationMs',
  'count',
])

let root: Logger | undefined

function logger(): Logger {
  root ??= pino({
    level: env().LOG_LEVEL,
    base: { service: 'fair-passage' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (level) => ({ level }),
      // The type guards what we write, this guards what an object carries along at run time.
      log: (fields) => Object.fromEntries(Object.entries(fields).filter(([name]) => ALLOWED.has(name))),
    },
  })
  return root
}

/** Writes one line of JSON. */
export function log(level: 'info' | 'warn' | 'error', fields: LogFields): void {
  logger()[level](fields)
}

/**
 * Logs something that should not have happened and returns the reference that the person is shown. Of the error
 * only its class, its code and where it was thrown are kept: a database error's message quotes the row.
 */
export function logFailure(error: unknown, fields: LogFields = {}): string {
  const reference = randomUUID().slice(0, 8)
  log('error', { event: 'unexpected_failure', ...fields, reference, ...toldOf(error) })
  return reference
}
