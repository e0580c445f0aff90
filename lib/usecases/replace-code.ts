import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import {
  countCodeChecks,
  insertCodeCheck,
  listCodeChecks,
  updateAlarmsLooked,
  updateCodeCheckConfirmed,
  updateSecretCode,
  type CodeCheck,
} from '@/lib/data/code-replacements'
import { within } from '@/lib/data/within'
import {
  CHECK_LASTS_HOURS,
  CHECKS_A_DAY,
  judgeIdentity,
  type IdentityAnswers,
  type MetHow,
} from '@/lib/domain/identity-check'
import { err, ok, type Result } from '@/lib/domain/result'
import { SECRET_CODE_BYTES, secretCodeFrom } from '@/lib/domain/secret-code'
import { now } from '@/lib/platform/clock'

const HOUR_MS = 3_600_000
const DAY_HOURS = 24

/** What an officer asked somebody who says that a case is theirs, and how the two met. Codes only, no words. */
export type IdentityCheck = {
  readonly number: string
  readonly requestId: string
  readonly metHow: MetHow
  readonly answers: IdentityAnswers
}
/** `too_many_checks`: as many tries as a case takes in a day, whoever tries. */
export type IdentityCheckError = { readonly code: 'not_found' | 'case_gone' | 'too_many_checks' }

/** Writes a check down, passed or refused; both stay. The same form twice is one check. */
export function checkIdentity(
  grant: Grant<'case.replace_code'>,
  check: IdentityCheck,
): Promise<Result<'passed' | 'refused', IdentityCheckError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, check.number)
    if (!head) return err({ code: 'not_found' })
    if (!(await findCaseSeal(on, head.id))) return err({ code: 'case_gone' })
    const at = now()
    const verdict = judgeIdentity(check.answers)
    const { requestId, metHow } = check
    const since = new Date(at.getTime() - DAY_HOURS * HOUR_MS)
    const isFull = (await countCodeChecks(on, head.id, { since, requestId })) >= CHECKS_A_DAY
    if (isFull) return err({ code: 'too_many_checks' })
    if (await insertCodeCheck(on, head.id, { requestId, metHow, verdict, checkedAt: at }))
      await appendAudit(on, grant.actor.officeId, 'code.identity_checked', {
        caseId: head.id,
        detail: { outcome: verdict.outcome, metHow, asked: Object.keys(verdict.asked) },
      })
    return ok(verdict.outcome)
  })
}

/** `nothing_open`: no check waits that this person may confirm: there is none, or it is their own. */
export type ConfirmCodeError = { readonly code: 'not_found' | 'nothing_open' }

/** A supervisor who did not check confirms a check that was passed: no code is made by one person alone. */
export function confirmIdentityCheck(
  grant: Grant<'case.confirm_code'>,
  asked: { readonly number: string; readonly checkId: string },
): Promise<Result<void, ConfirmCodeError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, asked.number)
    if (!head) return err({ code: 'not_found' })
    const check = (await listCodeChecks(on, head.id)).find(({ id }) => id === asked.checkId)
    if (check?.confirmedById === grant.actor.id) return ok(undefined)
    if (!check || !(await updateCodeCheckConfirmed(on, head.id, asked.checkId, now())))
      return err({ code: 'nothing_open' })
    await appendAudit(on, grant.actor.officeId, 'code.check_confirmed', {
      caseId: head.id,
      detail: { checkId: asked.checkId },
    })
    return ok(undefined)
  })
}

/** A supervisor who did not check looked into a replaced code that somebody typed. `nothing_open`: there is none for this person. */
export function lookAtCodeAlarm(
  grant: Grant<'case.confirm_code'>,
  number: string,
): Promise<Result<void, ConfirmCodeError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, number)
    if (!head) return err({ code: 'not_found' })
    if (!(await updateAlarmsLooked(on, head.id, now()))) return err({ code: 'nothing_open' })
    await appendAudit(on, grant.actor.officeId, 'code.alarm_looked_at', { caseId: head.id })
    return ok(undefined)
  })
}

/** `no_check`: no check of this officer that was passed, confirmed by a second person, not older than a day and not used. */
export type NewCodeError = { readonly code: 'not_found' | 'case_gone' | 'no_check' }

/**
 * Makes a new code and returns it; it is shown once and kept nowhere. The old one opens nothing any more, every open page of the
 * worker ends, and the check is used up: a second post finds none.
 */
export function replaceCode(grant: Grant<'case.replace_code'>, number: string): Promise<Result<string, NewCodeError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, number)
    if (!head) return err({ code: 'not_found' })
    if (!(await findCaseSeal(on, head.id))) return err({ code: 'case_gone' })
    const check = usableCheck(await listCodeChecks(on, head.id), grant.actor.id, now())
    if (!check) return err({ code: 'no_check' })
    const code = secretCodeFrom(randomBytes(SECRET_CODE_BYTES))
    await updateSecretCode(on, head.id, code)
    await appendAudit(on, grant.actor.officeId, 'code.replaced', {
      caseId: head.id,
      detail: { checkId: check.id, confirmedById: check.confirmedById },
    })
    return ok(code)
  })
}

/** The check that lets this officer make a new code now; undefined when there is none. The database decides the same again. */
export function usableCheck(checks: readonly CodeCheck[], staffId: string, at: Date): CodeCheck | undefined {
  const since = at.getTime() - CHECK_LASTS_HOURS * HOUR_MS
  return checks.find(
    (check) =>
      check.staffId === staffId &&
      check.outcome === 'passed' &&
      check.replacedAt === null &&
      check.confirmedAt !== null &&
      check.checkedAt.getTime() > since,
  )
}
