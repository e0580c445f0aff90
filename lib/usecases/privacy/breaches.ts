import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { insertDuties, updateDutyDone } from '@/lib/data/breach-duties'
import { findBreach, insertBreach, listBreaches, lockBreach, updateClosing, updateJudged } from '@/lib/data/breaches'
import { markBreachSeen } from '@/lib/data/own-notices'
import { within } from '@/lib/data/within'
import { dutiesOf, notifyReasons, triageDuty, type BreachFacts } from '@/lib/domain/privacy/breach'
import type { BreachRow, StoredBreach } from '@/lib/domain/privacy/breach-file'
import { lawsTouched } from '@/lib/domain/privacy/data-laws'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

type Refused<C extends string> = Promise<Result<void, { readonly code: C }>>

/** The register of the office, the latest first. */
export function readBreaches(grant: Grant<'breach.report'>): Promise<readonly BreachRow[]> {
  return within(grant, listBreaches)
}

/** One incident with its words; who read it is written down. Null: none of this id in the office. */
export function readBreach(grant: Grant<'breach.report'>, id: string): Promise<StoredBreach | null> {
  return within(grant, async (on) => {
    const found = await findBreach(on, id)
    if (!found) return null
    await markBreachSeen(on, id, now())
    await appendAudit(on, grant.actor.officeId, 'breach.read', { detail: { breach: id } })
    return found
  })
}

/** Puts an incident into the register, with a clock to judge it. `not_yet`: known in the future. */
export function reportBreach(
  grant: Grant<'breach.report'>,
  {
    requestId: id,
    ...breach
  }: BreachFacts & {
    readonly requestId: string
    readonly what: string
    readonly measures: string | null
  },
): Refused<'not_yet'> {
  return within(grant, async (on) => {
    const reportedAt = now()
    if (breach.knownAt > reportedAt) return err({ code: 'not_yet' })
    if (await insertBreach(on, { id, ...breach, reportedAt })) {
      await insertDuties(on, { id, knownAt: breach.knownAt }, [triageDuty(breach.knownAt)])
      await appendAudit(on, grant.actor.officeId, 'breach.reported', {
        detail: { breach: id, data: [...breach.data], people: breach.people },
      })
    }
    return ok(undefined)
  })
}

/**
 * Judges an incident, or judges it anew when more is known: for the authorities or not, and why. What is due follows from the facts;
 * what is in the list already stays, with its dates.
 */
export function judgeBreach(
  grant: Grant<'breach.manage'>,
  id: string,
  form: Omit<BreachFacts, 'knownAt'> & {
    readonly version: number
    readonly decision: 'notifiable' | 'not_notifiable'
    readonly why: string
  },
): Refused<'not_found' | 'changed_meanwhile' | 'over'> {
  const { version, decision, why, ...facts } = form
  return within(grant, async (on) => {
    const found = await lockBreach(on, id)
    if (!found) return err({ code: 'not_found' })
    if (found.state === 'closing' || found.state === 'closed') return err({ code: 'over' })
    if (found.version !== version) return err({ code: 'changed_meanwhile' })
    const at = now()
    await updateJudged(on, id, { ...facts, state: decision, words: why, at })
    const triage = found.duties.find(({ duty, doneAt }) => duty === 'triage' && doneAt === null)
    if (triage) await updateDutyDone(on, id, { id: triage.id, outcome: 'done', note: why, at })
    if (decision === 'notifiable') await insertDuties(on, found, dutiesOf({ ...facts, knownAt: found.knownAt }))
    await appendAudit(on, grant.actor.officeId, 'breach.judged', {
      detail: { breach: id, decision, people: facts.people },
    })
    return ok(undefined)
  })
}

/** Ticks one thing that was due, with who and when, and what was done or why it need not be. */
export function finishDuty(
  grant: Grant<'breach.manage'>,
  id: string,
  form: { readonly duty: string; readonly outcome: 'done' | 'not_needed'; readonly note: string },
): Refused<'not_found' | 'done_before'> {
  return within(grant, async (on) => {
    const found = await lockBreach(on, id)
    const duty = found?.duties.find((one) => one.id === form.duty)
    if (!found || !duty) return err({ code: 'not_found' })
    const { outcome, note } = form
    if (!(await updateDutyDone(on, id, { id: duty.id, outcome, note, at: now() }))) return err({ code: 'done_before' })
    await appendAudit(on, grant.actor.officeId, 'breach.duty_done', {
      detail: { breach: id, duty: duty.duty, law: duty.law, outcome },
    })
    return ok(undefined)
  })
}

/** Says that all is done; somebody else looks at it. `still_due`: something is neither done nor put aside. */
export function askForClosing(
  grant: Grant<'breach.manage'>,
  id: string,
  form: { readonly version: number; readonly measures: string },
): Refused<'not_found' | 'changed_meanwhile' | 'over' | 'still_due'> {
  return within(grant, async (on) => {
    const found = await lockBreach(on, id)
    if (!found) return err({ code: 'not_found' })
    if (found.state === 'closing' || found.state === 'closed') return err({ code: 'over' })
    if (found.version !== form.version) return err({ code: 'changed_meanwhile' })
    if (found.state === 'reported' || found.duties.some(({ doneAt }) => doneAt === null))
      return err({ code: 'still_due' })
    await updateClosing(on, id, { kind: 'ask', measures: form.measures, at: now() })
    await appendAudit(on, grant.actor.officeId, 'breach.closing_asked', { detail: { breach: id } })
    return ok(undefined)
  })
}

/** Another person looked at it: it is closed, or goes back with the reason. */
export function reviewBreach(
  grant: Grant<'breach.review'>,
  id: string,
  form: { readonly version: number; readonly decision: 'agree' | 'give_back'; readonly words: string },
): Refused<'not_found' | 'changed_meanwhile' | 'over' | 'own'> {
  return within(grant, async (on) => {
    const found = await lockBreach(on, id)
    if (!found) return err({ code: 'not_found' })
    if (found.state !== 'closing') return err({ code: 'over' })
    if (found.version !== form.version) return err({ code: 'changed_meanwhile' })
    if (found.closingById === grant.actor.id) return err({ code: 'own' })
    const isNotifiable = found.duties.some(({ duty }) => duty === 'authority')
    const backTo = isNotifiable ? 'notifiable' : 'not_notifiable'
    await updateClosing(on, id, { kind: form.decision, words: form.words, backTo, at: now() })
    await appendAudit(on, grant.actor.officeId, 'breach.reviewed', { detail: { breach: id, decision: form.decision } })
    return ok(undefined)
  })
}

/** What an authority asks about an incident, without names of workers: facts, laws, what was done by whom and when. Null: none of this id. */
export function exportBreach(grant: Grant<'breach.manage'>, id: string) {
  return within(grant, async (on) => {
    const found = await findBreach(on, id)
    if (!found) return null
    await appendAudit(on, grant.actor.officeId, 'breach.exported', { detail: { breach: id } })
    const told = (at: Date | null) => at?.toISOString() ?? null
    return {
      format: 'fair-passage-incident/1',
      id,
      state: found.state,
      knownAt: found.knownAt.toISOString(),
      reportedAt: found.reportedAt.toISOString(),
      what: found.what,
      data: found.data,
      people: found.people,
      countriesOfOrigin: found.origins,
      isIntended: found.isIntended,
      isFraudRisk: found.isFraudRisk,
      reasonsToNotify: notifyReasons(found),
      judgedAt: told(found.judgedAt),
      judgement: found.judgement,
      measures: found.measures,
      laws: lawsTouched(found.origins).map(({ code, name, standing }) => ({ code, name, standing })),
      duties: found.duties.map(({ duty, law, dueAt, doneAt, outcome, note }) => ({
        duty,
        law,
        dueAt: dueAt.toISOString(),
        doneAt: told(doneAt),
        outcome,
        note,
      })),
      casesTouched: found.cases,
      workersToldOnTheirPage: found.casesTold,
      closedAt: told(found.closedAt),
      review: found.review,
    }
  })
}
