/** A name or a code that a program gave; anything longer or with other letters in it may be somebody's words. */
const NAME = /^[\w.$-]{1,60}$/u
/** A line of a stack trace: a place in a file, with the name of a function before it or not. */
const FRAME = /^\s+at (?:[\w.$<>[\]# ]{1,120} \()?[^\s()]{1,300}:\d+:\d+\)?$/u

/**
 * What a log may say of an error: its class and code, and the first place in its stack. Never its message, which may quote a row or
 * what somebody typed; a line of the message that looks like a place is no place.
 */
export function toldOf(error: unknown): { readonly code: string; readonly phase?: string } {
  if (!(error instanceof Error)) return { code: typeof error }
  const names = [error.name, 'code' in error ? error.code : undefined].filter(
    (name): name is string => typeof name === 'string' && NAME.test(name),
  )
  const code = names.join(' ') || 'Error'
  const [frame] = framesOf(error)
  return frame === undefined ? { code } : { code, phase: frame }
}

/** The places in the stack of an error, below its message; none when the stack does not say where the message ends. */
export function framesOf({ stack = '', message }: Error): readonly string[] {
  const from = message === '' ? 0 : stack.indexOf(message)
  const lines = from < 0 ? [] : stack.slice(from + message.length).split('\n')
  return lines.filter((line) => FRAME.test(line)).map((line) => line.trim())
}
