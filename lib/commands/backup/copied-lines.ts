import { StringDecoder } from 'node:string_decoder'

const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }
const NOTHING = '\\N'

/** The rows of a table in COPY's text format, by the names of its columns. One row is held at a time. */
export async function* copiedLines(
  columns: readonly string[],
  source: AsyncIterable<Buffer>,
): AsyncGenerator<Readonly<Record<string, string | null>>> {
  for await (const line of linesOf(source)) {
    const fields = line.split('\t')
    if (fields.length !== columns.length) throw new Error('a row has not as many fields as its table has columns')
    yield Object.fromEntries(columns.map((name, index) => [name, fieldOf(fields[index] ?? '')]))
  }
}

/** Lines as COPY and we write them: a line feed ends one, and nothing else does. */
export async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let held = ''
  for await (const chunk of source) {
    const lines = (held + decoder.write(chunk)).split('\n')
    held = lines.pop() ?? ''
    yield* lines
  }
  if (held !== '') throw new Error('the last line has no end')
}

function fieldOf(text: string): string | null {
  if (text === NOTHING) return null
  return text.replaceAll(/\\(.)/gs, (_, letter: string) => ESCAPED[letter] ?? letter)
}

/** The bytes of a `bytea` field. */
export function bytesOf(field: string | null | undefined): Buffer {
  return Buffer.from((field ?? '').replace(/^\\x/, ''), 'hex')
}
