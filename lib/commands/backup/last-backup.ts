/** The installation's value that tells of the last backup that was finished: JSON of LastBackup. */
export const LAST_BACKUP = 'last_backup'
/** And of the last that was not: `{ at, code }`. */
export const LAST_BACKUP_FAILURE = 'last_backup_failure'
/** When this database was restored, and from which moment: `{ at, takenAt }`. */
export const RESTORED = 'restored'

export type LastBackup = {
  readonly stamp: string
  readonly startedAt: string
  readonly endedAt: string
  readonly bytes: number
  readonly rows: number
  readonly files: number
  readonly missingFiles: number
  /** `files_missing`: rows name files that the store does not have; everything else is there. */
  readonly result: 'whole' | 'files_missing'
}
