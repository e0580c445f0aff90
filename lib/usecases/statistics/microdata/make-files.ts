import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import {
  expireStored,
  findMicrodata,
  keepFailure,
  keepMade,
  listApproved,
  listEarlierFiles,
  listOverdue,
  lockMicrodata,
  type StoredMicrodata,
} from '@/lib/data/microdata'
import { readBasisDays } from '@/lib/data/statistic-releases'
import { within } from '@/lib/data/within'
import { AVAILABLE_DAYS } from '@/lib/domain/statistics/microdata/request'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { discardPlaces } from '@/lib/usecases/files/sweep-files'
import { keepFile } from '../kept-files'
import { hasNew, lockScopes, readNew } from '../read-log'
import { ToldLog } from '../told-log'
import { makeRecords, type MadeRecords } from './make-file'
import { microdataMetadata } from './metadata'

const DAY_MS = 24 * 3_600_000
/** The scope of administrators, who take the files; what is public belongs to it. */
const ALL = 'all'

/** Makes the files that were approved, one after the other, and removes those whose time is over. Returns how many requests it settled. */
export async function makeMicrodata(): Promise<number> {
  let settled = await removeOverdue()
  for (const id of await within(makerGrant(), listApproved)) settled += Number(await makeOne(id))
  return settled
}

async function removeOverdue(): Promise<number> {
  const overdue = await within(makerGrant(), async (on) => {
    const files = await listOverdue(on, now())
    for (const { id, officeId } of files) {
      await expireStored(on, id)
      await appendAudit(on, officeId, 'microdata.expired', { detail: { request: id } })
    }
    return files
  })
  await discardPlaces(overdue.flatMap(({ storageKey }) => storageKey ?? []))
  return overdue.length
}

async function makeOne(id: string): Promise<boolean> {
  const { request, earlier } = await within(makerGrant(), async (on) => ({
    request: await findMicrodata(on, id),
    earlier: await listEarlierFiles(on),
  }))
  if (request?.state !== 'approved') return false
  const log = new ToldLog()
  await readNew(makerGrant(), log, ALL)
  const made = await makeRecords(request, earlier, log)
  if (!made.ok) {
    await within(makerGrant(), async (on) => {
      if ((await lockMicrodata(on, id))?.state !== 'approved') return
      await keepFailure(on, id, made.error)
      await appendAudit(on, request.officeId, 'microdata.failed', { detail: { request: id, failure: made.error } })
    })
    return true
  }
  return keep(request, made.value, idsOf(earlier), log)
}

function idsOf(files: readonly { readonly id: string }[]): string {
  return files.map(({ id }) => id).join()
}

async function keep(request: StoredMicrodata, made: MadeRecords, earlier: string, log: ToldLog): Promise<boolean> {
  const { id, officeId } = request
  const at = now()
  const storageKey = `md/${at.toISOString().slice(0, 10).replaceAll('-', '')}-${newId()}`
  const basis = await within(grantOpen({ kind: 'reporter', caseId: null }, 'statistics.read_public'), readBasisDays)
  const { written, ...file } = await keepFile({ id, storageKey }, made.stream, (whole) =>
    microdataMetadata(request, { ...made.report, bytes: whole.bytes, sha256: whole.sha256 }, basis),
  )
  const report = { ...made.report, bytes: written.bytes, sha256: written.sha256 }
  const isKept = await within(makerGrant(), async (on) => {
    // Two files of the same reports must not be made past each other.
    await on.db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('microdata'))::text`
    const isOpen = (await lockMicrodata(on, id))?.state === 'approved'
    // As many are not the same: one may have gone while another came.
    if (!isOpen || idsOf(await listEarlierFiles(on)) !== earlier) return false
    // Nor a file and a table: what was told since the file was made is not beside it.
    await lockScopes(on, ALL)
    if (await hasNew(on, log, ALL)) return false
    const availableUntil = new Date(at.getTime() + AVAILABLE_DAYS * DAY_MS)
    await keepMade(on, id, { report, levels: made.levels, told: made.told, file, madeAt: at, availableUntil })
    await appendAudit(on, officeId, 'microdata.made', {
      detail: { request: id, rows: report.rows, leftOut: report.leftOut, sha256: report.sha256 },
    })
    return true
  })
  if (!isKept) await discardPlaces([storageKey])
  return isKept
}

function makerGrant() {
  return grantOpen({ kind: 'system' }, 'system.make_microdata')
}
