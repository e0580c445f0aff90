import { z } from 'zod'
import type { LastBackup } from '@/lib/domain/system/facts'

/** The installation's values that the commands of the backup leave behind (lib/commands/backup). */
export const BACKUP_VALUES = { last: 'last_backup', failure: 'last_backup_failure', restored: 'restored' } as const

const moment = z.iso.datetime().transform((text) => new Date(text))
const lastSchema = z.object({
  endedAt: moment,
  bytes: z.number().nonnegative(),
  result: z.enum(['whole', 'files_missing']),
})
const failureSchema = z.object({ at: moment })
const restoredSchema = z.object({ takenAt: moment })

/** The last backup that came to its end; null without any. What cannot be read is no backup. */
export function readLastBackup(text: string | null): LastBackup | null {
  const last = read(lastSchema, text)
  return last && { endedAt: last.endedAt, bytes: last.bytes, isWhole: last.result === 'whole' }
}

/** When a backup last failed. */
export function readBackupFailure(text: string | null): Date | null {
  return read(failureSchema, text)?.at ?? null
}

/** Of which moment the backup was that this database came out of; null for one that was never restored. */
export function readRestoredFrom(text: string | null): Date | null {
  return read(restoredSchema, text)?.takenAt ?? null
}

function read<T>(schema: z.ZodType<T>, text: string | null): T | null {
  const parsed = schema.safeParse(jsonOf(text))
  return parsed.success ? parsed.data : null
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
