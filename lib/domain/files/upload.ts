import type { FileFormat } from './formats'
import type { FilePurpose } from './purposes'
import type { FileRefusal, RemovedCode } from './refusals'

export type UploadState = 'receiving' | 'ready' | 'refused'

/** A file as the person who adds it sees it: on its way, kept, or refused. Of a sent case and of a draft alike. */
export type FileView = {
  readonly id: string
  readonly purpose: FilePurpose
  readonly state: UploadState
  /** Indexes of the pieces that are there, ascending; empty once it is not `receiving`. */
  readonly received: readonly number[]
  /** As announced; once it is ready, as kept. */
  readonly bytes: number
  readonly refusal: FileRefusal | null
  readonly removed: readonly RemovedCode[]
  /** 'YYYY-MM-DD'; only where the worker wanted it kept. */
  readonly takenOn: string | null
  readonly format: FileFormat | null
  readonly durationSeconds: number | null
  /** As the phone called it; for the person's own eyes. */
  readonly name: string | null
  readonly messageRequestId: string | null
  readonly addedAt: Date
}

/** Whether the story is told by voice: then nothing has to be written. */
export function isSpoken(files: readonly FileView[]): boolean {
  return files.some(({ purpose, state }) => purpose === 'voice_story' && state === 'ready')
}
