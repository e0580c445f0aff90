import { styleText } from 'node:util'

/** Says what a phase is doing, under its heading. */
export type Report = (line: string) => void

/** Shows the heading of a phase while it runs and its seconds when it is done; what it throws goes on. */
export async function phase<T>(heading: string, work: (report: Report) => Promise<T>): Promise<T> {
  const started = performance.now()
  write(`${heading} ...`)
  const result = await work((line) => write(`  ${styleText('dim', line)}`))
  write(`${styleText('green', '✓')} ${heading} ${styleText('dim', secondsSince(started))}`)
  return result
}

/** Elapsed time as people say it: `0.4 s`, `73 s`. */
export function secondsSince(started: number): string {
  const seconds = (performance.now() - started) / 1000
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`
}

/** Turns many progress calls into at most ten lines. */
export function tenths(report: Report): (done: number, total: number, what: string) => void {
  let shown = -1
  let before = ''
  return (done, total, what) => {
    if (what !== before) shown = -1
    before = what
    const tenth = total === 0 ? 10 : Math.floor((done / total) * 10)
    if (tenth <= shown) return
    shown = tenth
    report(`${done} of ${total} ${what}`)
  }
}

export function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
