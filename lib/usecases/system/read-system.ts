import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listLiveRules } from '@/lib/data/fee-rules'
import { summariseJobs } from '@/lib/data/jobs'
import { databaseLineOf } from '@/lib/data/database-line'
import { listLegalRules } from '@/lib/data/legal-rules'
import { markSystemSeen } from '@/lib/data/own-notices'
import { findReadiness } from '@/lib/data/readiness'
import {
  findInstallationValue,
  findOldestLatestRate,
  readDatabaseState,
  readSystemState,
  type DatabaseState,
} from '@/lib/data/system-state'
import { countDraftFileBytes } from '@/lib/data/uploads'
import { within } from '@/lib/data/within'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { isOlderThanMonths } from '@/lib/domain/calendar/months-before'
import { allSources, RECHECK_MONTHS } from '@/lib/domain/sources/source-age'
import { SURVEY_SOURCES } from '@/lib/domain/statistics/survey-sources'
import type { SystemFacts } from '@/lib/domain/system/facts'
import { mailMode } from '@/lib/mail/send'
import { now } from '@/lib/platform/clock'
import { env, isSecureOrigin } from '@/lib/platform/env'
import { bucketLineOf, quotaOf } from '@/lib/platform/file-settings'
import { logFailure } from '@/lib/platform/logger'
import { productVersion } from '@/lib/platform/product-version'
import { BACKUP_VALUES, readBackupFailure, readLastBackup, readRestoredFrom } from '@/lib/schemas/system/last-backup'
import { fileStore } from '@/lib/storage/store'
import { scannerState } from '../files/scan-file'
import { isStoreReady } from '../files/store-readiness'
import { withStanding } from '../jobs/read-jobs'
import { indexState } from '../statistics/column-index'
import { readLastAnchor } from './last-anchor'

/** How the installation stands, and its database. */
export type SystemReport = { readonly facts: SystemFacts; readonly database: DatabaseState }

/** The same for an administrator, who has seen then what there was to tell of it. */
export async function lookAtSystem(grant: Grant<'system.read'>): Promise<SystemReport> {
  const report = await readSystem(grant)
  await within(grant, (on) => markSystemSeen(on, report.facts.at))
  return report
}

/** Finds out how the installation stands. What does not answer is told as not known; only the database must. */
export async function readSystem(grant: Grant<'system.read' | 'system.observe'>): Promise<SystemReport> {
  const at = now()
  const [readiness, isReady, room, anchors, scanner] = await Promise.all([
    findReadiness(),
    isStoreReady(),
    fileStore().room().catch(nothing),
    readLastAnchor(env().AUDIT_ANCHOR_DIRECTORY),
    scannerState(),
  ])
  return within(grant, async (on) => {
    const state = await readSystemState(on)
    const database = await readDatabaseState(on)
    const index = indexState()
    const facts: SystemFacts = {
      at,
      isUpToDate: readiness === 'ready',
      jobs: withStanding(await summariseJobs(on), at),
      mail: mailMode(),
      scanner,
      files: {
        isReady,
        room,
        quotaBytes: quotaOf(env()),
        bytes: state.fileBytes,
        draftBytes: await countDraftFileBytes(on),
        line: bucketLineOf(env()),
      },
      keys: state.keys,
      backup: readLastBackup(await findInstallationValue(on, BACKUP_VALUES.last)),
      backupFailedAt: readBackupFailure(await findInstallationValue(on, BACKUP_VALUES.failure)),
      restoredFrom: readRestoredFrom(await findInstallationValue(on, BACKUP_VALUES.restored)),
      anchors,
      rates: await findOldestLatestRate(on),
      sources: agesOf(
        allSources(await listLiveRules(on)).map(({ checkedOn }) => checkedOn),
        at,
      ),
      legalRules: agesOf(
        (await listLegalRules(on)).map(({ verification }) => verification.readOn),
        at,
      ),
      surveyOn: SURVEY_SOURCES.isa_2022.date,
      index: index.kind === 'ready' ? index : null,
      deskMonthsWaiting: state.deskMonthsWaiting,
      staffSessions: state.staffSessions,
      isEncryptedAddress: isSecureOrigin(),
      databaseLine: databaseLineOf(env().APP_DATABASE_URL),
      versions: {
        product: productVersion(),
        node: process.versions.node,
        postgres: database.version,
        since: new Date(at.getTime() - Math.round(process.uptime()) * 1000),
      },
    }
    return { facts, database }
  })
}

function agesOf(days: readonly string[], at: Date): SystemFacts['sources'] {
  const today = new Date(`${dayInJapan(at)}T00:00:00Z`)
  return {
    oldestOn: days.toSorted()[0] ?? null,
    due: days.filter((day) => isOlderThanMonths(day, today, RECHECK_MONTHS)).length,
  }
}

/** A store that does not answer is told by its readiness. */
function nothing(error: unknown): null {
  logFailure(error, { event: 'file_store_unavailable' })
  return null
}
