import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { findSign, insertJudgement, insertSign, isJudgementStored } from '@/lib/data/sign-judgements'
import { within } from '@/lib/data/within'
import type { Judgement } from '@/lib/domain/case-signs'
import type { IndicatorCode } from '@/lib/domain/grievances/indicators'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** What an officer makes of a sign, and why. `version` is how often it was judged when the page was shown. */
export type SignVerdict = {
  readonly number: string
  readonly indicator: IndicatorCode
  readonly version: number
  readonly judgement: Judgement
  readonly reason: string
  readonly requestId: string
}

/** `changed_meanwhile`: a colleague judged it since the page was shown; `case_gone`: the key was destroyed. */
export type JudgeError = { readonly code: 'not_found' | 'case_gone' | 'changed_meanwhile' }

/**
 * Judges a sign of forced labour, again if need be; the reason is sealed, every judgement stays. A sign that no answer raised is
 * added by the officer who judges it. Nothing follows by itself: what the signs mean together a person concludes.
 */
export function judgeSign(grant: Grant<'case.judge_sign'>, asked: SignVerdict): Promise<Result<void, JudgeError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, asked.number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const { indicator, judgement, reason, requestId } = asked
    if (await isJudgementStored(on, requestId)) return ok(undefined)
    const sign = await findSign(on, head.id, indicator)
    if ((sign?.version ?? 0) !== asked.version) return err({ code: 'changed_meanwhile' })
    if (!sign) await insertSign(on, head.id, indicator)
    const version = asked.version + 1
    await insertJudgement(on, caseSeal, { indicator, version, judgement, reason, requestId, judgedAt: now() })
    await appendAudit(on, grant.actor.officeId, sign ? 'sign.judged' : 'sign.added', {
      caseId: head.id,
      detail: { indicator, judgement, version },
    })
    return ok(undefined)
  })
}
