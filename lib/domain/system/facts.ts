import type { JobKind, ScheduleStanding } from '../jobs'

/** The last backup that came to its end. Not whole: files of the database were missing in the store. */
export type LastBackup = { readonly endedAt: Date; readonly isWhole: boolean; readonly bytes: number }

/** What is known of an installation at a moment; null: could not be found out, or is not there. */
export type SystemFacts = {
  readonly at: Date
  readonly isUpToDate: boolean
  readonly jobs: readonly {
    readonly kind: JobKind
    readonly standing: ScheduleStanding
    readonly waiting: number
    readonly active: number
    readonly failed: number
  }[]
  readonly mail: 'off' | 'server' | 'catcher'
  /** The virus scanner of files; `away`: one is set and does not answer. */
  readonly scanner: 'off' | 'on' | 'away'
  readonly files: {
    readonly isReady: boolean
    /** Null for a bucket, which does not say. */
    readonly room: { readonly freeBytes: number; readonly wholeBytes: number } | null
    /** What may lie in the bucket, where somebody said it. */
    readonly quotaBytes: number | null
    readonly bytes: number
    readonly draftBytes: number
    /** How the bucket is reached; none: a folder. */
    readonly line: 'none' | 'here' | 'encrypted' | 'open'
  }
  readonly keys: {
    readonly currentId: string
    readonly wrapped: number
    readonly others: readonly { readonly keys: number; readonly isKnown: boolean }[]
    readonly hasNext: boolean
    readonly blindLayers: number
    readonly blindSettled: number
  }
  readonly backup: LastBackup | null
  readonly backupFailedAt: Date | null
  /** The moment that the backup was of which this database came out of. */
  readonly restoredFrom: Date | null
  /** Null where no folder is set; `lastAt` null where nothing was written down yet. */
  readonly anchors: { readonly isReadable: boolean; readonly lastAt: Date | null } | null
  /** The currency whose latest rate is the oldest ('YYYY-MM'). */
  readonly rates: { readonly currency: string; readonly month: string } | null
  /** What workers are told from: the day the oldest source was looked at, and how many are due. */
  readonly sources: { readonly oldestOn: string | null; readonly due: number }
  /** The same of the bodies and time limits. */
  readonly legalRules: { readonly oldestOn: string | null; readonly due: number }
  /** The day of the published survey that stands beside our numbers. */
  readonly surveyOn: string
  /** The numbers in memory; null while they are read. */
  readonly index: { readonly asOf: Date; readonly reports: number } | null
  readonly deskMonthsWaiting: number
  readonly staffSessions: number
  readonly isEncryptedAddress: boolean
  /** How the database is reached: on this machine, at a server that proved its name, at anybody, or readable on the way. */
  readonly databaseLine: 'here' | 'proved' | 'unproved' | 'open'
  readonly versions: {
    readonly product: string
    readonly node: string
    readonly postgres: string
    readonly since: Date
  }
}
