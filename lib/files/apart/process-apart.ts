import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { FILE_BYTES_MAXIMUM } from '@/lib/domain/files/limits'
import { err, ok } from '@/lib/domain/result'
import { refused, type CleanResult } from '../clean-file'
import { NotLookedThrough } from '../not-looked-through'
import { ANSWER_FD, frame, READY, readFrame, type ApartAnswer, type ApartQuestion } from './frames'

/** The program to run (lib/files/apart/program.ts as a file that Node runs), with Node's own settings for it. */
export type ApartProgram = {
  readonly file: string
  readonly nodeArguments?: readonly string[]
  /** How long one file may take from the moment the program has begun. */
  readonly milliseconds?: number
  /** How long the program may take to begin. */
  readonly beginMilliseconds?: number
}

/** The slowest honest file, a picture of 64 megapixels on a busy machine of two cores, takes some ten seconds. */
const MILLISECONDS = 30_000
const BEGIN_MILLISECONDS = 30_000
/** What the program's own objects may come to; buffers are limited by each reader. */
const HEAP_MEGABYTES = 512
/** The facts beside the bytes are some hundred letters. */
const ANSWER_MAXIMUM = FILE_BYTES_MAXIMUM + 64 * 1024

/**
 * Looks a file through in a process of its own, so that whatever it costs, nobody else waits for it, and when its memory ends,
 * only it ends. A thread would not do: when the heap of one is full, Node ends the whole process. What takes too long or breaks
 * the program is `damaged`.
 *
 * @throws NotLookedThrough when the program did not begin: that says nothing of the file
 */
export function processApart(program: ApartProgram, bytes: Buffer, wish: ApartQuestion): Promise<CleanResult> {
  const limits = [`--max-old-space-size=${HEAP_MEGABYTES}`, '--disable-warning=ExperimentalWarning']
  const child = spawn(process.execPath, [...limits, ...(program.nodeArguments ?? []), program.file], {
    // None of our settings: no key lies in a memory that reads strangers' files.
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    windowsHide: true,
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  let timer = setTimeout(kill, program.beginMilliseconds ?? BEGIN_MILLISECONDS)
  const parts: Buffer[] = []
  let length = 0
  const answer = child.stdio[ANSWER_FD] as Readable
  answer.on('data', (part: Buffer) => {
    if (length === 0) {
      clearTimeout(timer)
      timer = setTimeout(kill, program.milliseconds ?? MILLISECONDS)
    }
    length += part.length
    parts.push(part)
    if (length > ANSWER_MAXIMUM) kill()
  })
  // A program that has ended reads no more.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(frame<ApartQuestion>(onlyAsked(wish), bytes))
  return new Promise<CleanResult>((resolve, reject) => {
    child.once('error', (error) => reject(new NotLookedThrough('not_started', { cause: error })))
    child.once('close', (code) => {
      if (length === 0) reject(new NotLookedThrough('not_begun'))
      else if (code !== 0) resolve(err({ code: 'damaged', brokeOff: true }))
      else resolve(readAnswer(Buffer.concat(parts).subarray(READY.length)))
    })
  }).finally(() => {
    clearTimeout(timer)
    process.off('exit', kill)
  })
}

/** Nothing that lies beside the question leaves with it. */
function onlyAsked(wish: ApartQuestion): ApartQuestion {
  return 'page' in wish ? { page: wish.page, edge: wish.edge } : { purpose: wish.purpose, keepDate: wish.keepDate }
}

function readAnswer(whole: Buffer): CleanResult {
  const { head, bytes } = readFrame<ApartAnswer>(whole)
  return 'refusal' in head ? refused(head.refusal) : ok({ ...head.facts, bytes })
}
