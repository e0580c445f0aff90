import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import {
  insertRelease,
  listReleases,
  listReportedOrganisations,
  lockRelease,
  updateRelease,
} from '@/lib/data/organisation-releases'
import { findParty, listPartyLines } from '@/lib/data/parties'
import { within } from '@/lib/data/within'
import type { PartyLine, StoredParty } from '@/lib/domain/parties/shown-party'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { err, ok, type Result } from '@/lib/domain/result'
import type { OrganisationNumbers, OrganisationReply } from '@/lib/domain/statistics/organisations/public-organisation'
import { endOf, lastWholeQuarter } from '@/lib/domain/statistics/organisations/quarters'
import { stateAfter, type ReleaseDecision, type StoredRelease } from '@/lib/domain/statistics/organisations/release'
import { now } from '@/lib/platform/clock'
import { organisationNumbers } from './organisation-numbers'

/** An organisation that could be shown with numbers; `reporters` is a step (5, 10, 20 …), null where they are fewer now. */
export type ReportedOrganisation = {
  readonly party: PartyLine
  readonly reporters: number | null
  readonly release: StoredRelease | null
}

/** Reports count when their quarter is over, as in the numbers: else the list would tell on which day the fifth one came. */
function countedUntil(at: Date = now()): Date {
  return endOf(lastWholeQuarter(at))
}

/** Organisations with at least five independent reports of all offices by the end of last quarter, and those something was asked of. */
export function listOrganisations(grant: Grant<'organisation.ask'>): Promise<readonly ReportedOrganisation[]> {
  return within(grant, async (on) => {
    const steps = new Map(
      (await listReportedOrganisations(on, countedUntil())).map((one) => [one.partyId, one.reporters]),
    )
    const releases = await listReleases(on)
    const ids = [...new Set([...steps.keys(), ...releases.map(({ partyId }) => partyId)])]
    const lines = await listPartyLines(on, ids)
    return lines
      .map((party) => ({
        party,
        reporters: steps.get(party.id) ?? null,
        release: releases.find(({ partyId }) => partyId === party.id) ?? null,
      }))
      .toSorted((a, b) => (b.reporters ?? 0) - (a.reporters ?? 0) || (a.party.name < b.party.name ? -1 : 1))
  })
}

/** One organisation: the register's facts, everything asked and decided, and the numbers that would be or are shown. */
export async function readReportedOrganisation(
  grant: Grant<'organisation.ask'>,
  partyId: string,
): Promise<{
  readonly party: StoredParty
  readonly releases: readonly StoredRelease[]
  readonly numbers: OrganisationNumbers | null
} | null> {
  const found = await within(grant, async (on) => {
    const party = await findParty(on, partyId)
    return party && { party, releases: await listReleases(on, [partyId]) }
  })
  return found && { ...found, numbers: await organisationNumbers(partyId) }
}

export type AskError = { readonly code: 'not_found' | 'too_few_reporters' | 'release_open' }

/** Asks that an organisation may be shown; refused with fewer than five independent reports, and while it is asked or shown. */
export async function askForOrganisation(
  grant: Grant<'organisation.ask'>,
  asked: { readonly requestId: string; readonly partyId: string; readonly note: string },
): Promise<Result<void, AskError>> {
  return within(grant, async (on) => {
    const { requestId, partyId, note } = asked
    const before = (await listReleases(on, [partyId])).find(({ id }) => id === requestId)
    if (before) return ok(undefined)
    const party = await findParty(on, partyId)
    if (!party || party.mergedIntoId !== null) return err({ code: 'not_found' })
    const reported = await listReportedOrganisations(on, countedUntil())
    if (!reported.some((one) => one.partyId === partyId)) return err({ code: 'too_few_reporters' })
    if (!(await insertRelease(on, { id: requestId, partyId, note, askedAt: now() })))
      return err({ code: 'release_open' })
    await appendAudit(on, grant.actor.officeId, 'organisation.asked', {
      detail: { party: partyId, release: requestId },
    })
    return ok(undefined)
  })
}

export type Decision = {
  readonly id: string
  readonly version: number
  readonly decision: ReleaseDecision
  /** The day the organisation was told; needed to approve. */
  readonly informedOn: string | null
  readonly note: string
}

export type DecisionError = {
  readonly code: 'not_found' | 'changed_meanwhile' | 'too_few_reporters' | 'not_informed' | 'informed_later' | 'decided'
}

/**
 * An administrator approves, refuses or withdraws. Approved only with at least five independent reports, and when the organisation
 * was told of the numbers and its right to reply.
 */
export async function decideOrganisation(
  grant: Grant<'organisation.release'>,
  { id, version, decision, informedOn, note }: Decision,
): Promise<Result<void, DecisionError>> {
  return within(grant, async (on) => {
    const release = await lockRelease(on, id)
    if (!release) return err({ code: 'not_found' })
    if (release.version !== version) return err({ code: 'changed_meanwhile' })
    const state = stateAfter(release.state, decision)
    if (state === null) return err({ code: 'decided' })
    const at = now()
    if (state === 'approved') {
      if (informedOn === null) return err({ code: 'not_informed' })
      if (informedOn > dayInJapan(at)) return err({ code: 'informed_later' })
      const reported = await listReportedOrganisations(on, countedUntil(at))
      if (!reported.some(({ partyId }) => partyId === release.partyId)) return err({ code: 'too_few_reporters' })
    }
    await updateRelease(on, id, {
      state,
      decidedAt: at,
      decideNote: note,
      ...(state === 'approved' && informedOn !== null ? { informedOn } : {}),
    })
    await appendAudit(on, grant.actor.officeId, `organisation.${state}`, {
      detail: { party: release.partyId, release: id, informedOn },
    })
    return ok(undefined)
  })
}

/** Keeps what an organisation answered to its numbers, or takes it off again (null). It is public: the administrator reads it first. */
export async function keepReply(
  grant: Grant<'organisation.release'>,
  kept: { readonly id: string; readonly version: number; readonly reply: OrganisationReply | null },
): Promise<Result<void, { readonly code: 'not_found' | 'changed_meanwhile' | 'not_open' }>> {
  return within(grant, async (on) => {
    const release = await lockRelease(on, kept.id)
    if (!release) return err({ code: 'not_found' })
    if (release.version !== kept.version) return err({ code: 'changed_meanwhile' })
    if (release.state !== 'asked' && release.state !== 'approved') return err({ code: 'not_open' })
    await updateRelease(on, kept.id, { reply: kept.reply })
    await appendAudit(on, grant.actor.officeId, kept.reply ? 'organisation.reply_kept' : 'organisation.reply_removed', {
      detail: { party: release.partyId, release: kept.id },
    })
    return ok(undefined)
  })
}
