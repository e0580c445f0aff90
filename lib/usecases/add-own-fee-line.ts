import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { refreshCaseTotals } from '@/lib/data/case-totals'
import { refreshAssessment } from '@/lib/data/fee-assessments'
import { fromAnswer, insertFeeLine } from '@/lib/data/fee-lines'
import { lockOwnCase } from '@/lib/data/own-case'
import { countOwnFeeLines, hasFeeLineOfRequest } from '@/lib/data/own-fee-lines'
import { within } from '@/lib/data/within'
import type { FeeLineAnswer } from '@/lib/domain/report/answers'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** More lines than this are a matter for an officer. As many fit into a report. */
const FEE_LINES_MAXIMUM = 100

/** `case_gone`: the case was erased. `fee_lines_full`: there are as many lines as a case holds. */
export type AddFeeLineError = { readonly code: 'case_gone' | 'fee_lines_full' }

/** Adds a payment to the own case and makes its totals again. The same form sent twice adds one. */
export function addOwnFeeLine(
  grant: Grant<'own_case.write'>,
  payment: { readonly requestId: string; readonly answer: FeeLineAnswer },
): Promise<Result<void, AddFeeLineError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    const caseSeal = own && (await findCaseSeal(on, own.id))
    if (!own || !caseSeal) return err({ code: 'case_gone' })
    if (await hasFeeLineOfRequest(on, payment.requestId)) return ok(undefined)
    if ((await countOwnFeeLines(on)) >= FEE_LINES_MAXIMUM) return err({ code: 'fee_lines_full' })
    await insertFeeLine(on, caseSeal, {
      ...fromAnswer(payment.answer, null),
      requestId: payment.requestId,
      addedByKind: 'worker',
      addedById: null,
      createdAt: now(),
    })
    await refreshCaseTotals(on, own.id)
    await refreshAssessment(on, own.id, 'ledger_changed')
    await appendAudit(on, own.office.id, 'fee_line.added', {
      caseId: own.id,
      detail: { category: payment.answer.category ?? null },
    })
    return ok(undefined)
  })
}
