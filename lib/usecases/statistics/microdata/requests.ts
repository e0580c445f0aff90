import 'server-only'
import { grantOpen, type Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import {
  decideStored,
  findMicrodata,
  insertMicrodata,
  listEarlierFiles,
  listMicrodata,
  lockMicrodata,
  withdrawStored,
  type StoredMicrodata,
} from '@/lib/data/microdata'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { columnsBy } from '@/lib/domain/statistics/microdata/columns'
import { againstEarlier } from '@/lib/domain/statistics/microdata/earlier-files'
import { planProblem, type MicrodataPlan } from '@/lib/domain/statistics/microdata/request'
import { lastWholeQuarter } from '@/lib/domain/statistics/organisations/quarters'
import { now } from '@/lib/platform/clock'
import { discardPlaces } from '@/lib/usecases/files/sweep-files'

/** Every request for records. */
export function listRequests(grant: Grant<'microdata.manage'>): Promise<StoredMicrodata[]> {
  return within(grant, listMicrodata)
}

/** One request; null when there is none of this id. */
export function readRequest(grant: Grant<'microdata.manage'>, id: string): Promise<StoredMicrodata | null> {
  return within(grant, (on) => findMicrodata(on, id))
}

export type AskRefusal = {
  readonly code: NonNullable<ReturnType<typeof planProblem>> | 'window_overlaps' | 'other_columns'
}

/** Asks for records. Refused at once where an earlier file stands against it; looked at again when the file is made. */
export async function askForMicrodata(
  grant: Grant<'microdata.manage'>,
  id: string,
  plan: MicrodataPlan,
): Promise<Result<void, AskRefusal>> {
  const problem = planProblem(plan, lastWholeQuarter(now()))
  if (problem !== null) return err({ code: problem })
  const { quasi, sensitive, amounts } = columnsBy(plan.columns)
  const earlier = await within(grantOpen({ kind: 'system' }, 'system.make_microdata'), listEarlierFiles)
  const free = againstEarlier({ ...plan, quasi, others: [...sensitive, ...amounts] }, plan.k, earlier)
  if (free.kind === 'refused') return err({ code: free.code })
  return within(grant, async (on) => {
    if (await findMicrodata(on, id)) return ok(undefined)
    await insertMicrodata(on, id, { ...plan, columns: [...quasi, ...sensitive, ...amounts] }, now())
    await appendAudit(on, grant.actor.officeId, 'microdata.asked', {
      detail: { request: id, from: plan.fromQuarter, to: plan.toQuarter, k: plan.k, l: plan.l, columns: plan.columns },
    })
    return ok(undefined)
  })
}

export type DecideRefusal = { readonly code: 'not_found' | 'changed_meanwhile' | 'same_person' | 'decided' }

/** The word of a second administrator, never of the one who asked. */
export function decideMicrodata(
  grant: Grant<'microdata.manage'>,
  decided: { readonly id: string; readonly version: number; readonly isApproved: boolean; readonly note: string },
): Promise<Result<void, DecideRefusal>> {
  return within(grant, async (on) => {
    const { id, version, isApproved, note } = decided
    const request = await lockMicrodata(on, id)
    if (!request) return err({ code: 'not_found' })
    if (request.askedById === grant.actor.id) return err({ code: 'same_person' })
    if (request.version !== version) return err({ code: 'changed_meanwhile' })
    if (request.state !== 'asked') return err({ code: 'decided' })
    const state = isApproved ? 'approved' : 'refused'
    await decideStored(on, id, { state, at: now(), note })
    await appendAudit(on, grant.actor.officeId, `microdata.${state}`, {
      detail: { request: id, askedBy: request.askedById },
    })
    return ok(undefined)
  })
}

/** Takes a request or its file back. The bytes go at once; that they were there stays. */
export async function withdrawMicrodata(
  grant: Grant<'microdata.manage'>,
  withdrawn: { readonly id: string; readonly version: number; readonly note: string },
): Promise<Result<void, { readonly code: 'not_found' | 'changed_meanwhile' | 'decided' }>> {
  const { id, version, note } = withdrawn
  const done = await within<
    'microdata.manage',
    Result<string | null, DecideRefusal & { code: 'not_found' | 'changed_meanwhile' | 'decided' }>
  >(grant, async (on) => {
    const request = await lockMicrodata(on, id)
    if (!request) return err({ code: 'not_found' })
    if (request.version !== version) return err({ code: 'changed_meanwhile' })
    if (!['asked', 'approved', 'ready'].includes(request.state)) return err({ code: 'decided' })
    await withdrawStored(on, id, note, now())
    await appendAudit(on, grant.actor.officeId, 'microdata.withdrawn', { detail: { request: id } })
    return ok(request.storageKey)
  })
  if (!done.ok) return done
  if (done.value !== null) await discardPlaces([done.value])
  return ok(undefined)
}
