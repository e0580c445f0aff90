import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { refreshCaseTotals } from '@/lib/data/case-totals'
import { refreshAssessment } from '@/lib/data/fee-assessments'
import { insertOwnPlacement, insertOwnWage, listOwnWages } from '@/lib/data/own-pay'
import { lockOwnCase } from '@/lib/data/own-case'
import { within } from '@/lib/data/within'
import { minorFrom } from '@/lib/domain/fees/fee-line'
import type { WageFactKind } from '@/lib/domain/fees/ledger/wage-facts'
import type { PayAnswer } from '@/lib/domain/report/answers'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** `case_gone`: the case was erased. */
export type AddPayError = { readonly code: 'case_gone' }

/**
 * Tells what was not known of the contract and the pay, as in the report. What is known already is not overwritten: that is a
 * correction, which an officer looks at. Sent twice, it is once. The verdict on the payments is made again, because some limits
 * hang on the pay.
 */
export function addOwnPay(grant: Grant<'own_case.write'>, pay: PayAnswer): Promise<Result<void, AddPayError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    const caseSeal = own && (await findCaseSeal(on, own.id))
    if (!own || !caseSeal) return err({ code: 'case_gone' })
    const at = now()
    const known = await listOwnWages(on)
    const told: readonly { kind: WageFactKind; minor: string | undefined; typed: string | undefined }[] = [
      { kind: 'contract_basic_wage', minor: pay.contractWageMinor, typed: pay.contractWageText },
      { kind: 'first_month_actual', minor: pay.firstMonthMinor, typed: pay.firstMonthText },
    ]
    let added = 0
    for (const { kind, minor, typed } of told) {
      const amountMinor = minorFrom(minor)
      if (amountMinor === null || pay.currency === undefined || known.some((wage) => wage.kind === kind)) continue
      await insertOwnWage(on, caseSeal, { kind, amount: { amountMinor, currency: pay.currency }, typed, at })
      added += 1
    }
    if (pay.contractMonths !== undefined && (await insertOwnPlacement(on, pay.contractMonths, at))) added += 1
    if (added === 0) return ok(undefined)
    await refreshCaseTotals(on, own.id)
    await refreshAssessment(on, own.id, 'facts_changed')
    await appendAudit(on, own.office.id, 'wages.changed', { caseId: own.id, detail: { added, removed: 0 } })
    return ok(undefined)
  })
}
