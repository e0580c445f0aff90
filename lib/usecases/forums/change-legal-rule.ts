import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAuditEverywhere } from '@/lib/data/audit'
import { insertLegalRule, listLegalRuleVersions, lockLegalRules, type LegalRuleVersion } from '@/lib/data/legal-rules'
import { within } from '@/lib/data/within'
import type { LegalRule } from '@/lib/domain/forums/legal-rule'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { legalRuleJson } from '@/lib/schemas/forums/legal-rule'

/** What an administrator can change of a rule; what it is about stays, another matter is another rule. */
export type LegalRuleEdit = Pick<
  LegalRule,
  'effectiveFrom' | 'effectiveTo' | 'source' | 'verification' | 'note' | 'isWithdrawn'
> & {
  /** Of a limitation. */
  readonly period?: Extract<LegalRule, { kind: 'limitation' }>['period'] | undefined
  /** Of a forum. */
  readonly months?: { readonly from: number | null; readonly to: number | null } | undefined
  readonly cost?: Extract<LegalRule, { kind: 'forum' }>['cost'] | undefined
  readonly acceptsAnonymous?: boolean | undefined
}

/** All versions of all rules, by id and version. */
export function readLegalRules(grant: Grant<'legal_rule.manage'>): Promise<readonly LegalRuleVersion[]> {
  return within(grant, listLegalRuleVersions)
}

/**
 * Adds the next version of a rule in the name of the administrator, with the reason, and an event for every office. `latest` is the
 * version the form was opened with. `nothing_changed` also when the same form comes a second time.
 */
export function changeLegalRule(
  grant: Grant<'legal_rule.manage'>,
  id: string,
  latest: number,
  edit: LegalRuleEdit,
  reason: string,
): Promise<Result<LegalRule, { readonly code: 'not_found' | 'changed_meanwhile' | 'nothing_changed' }>> {
  return within(grant, async (on) => {
    await lockLegalRules(on)
    const own = (await listLegalRuleVersions(on)).filter(({ rule }) => rule.id === id)
    const last = own.at(-1)?.rule
    if (!last) return err({ code: 'not_found' })
    const next = edited({ ...last, version: last.version + 1 }, edit)
    if (isSame(edited(last, edit), last)) return err({ code: 'nothing_changed' })
    if (last.version !== latest) return err({ code: 'changed_meanwhile' })
    await insertLegalRule(on, next, reason, now())
    await appendAuditEverywhere(on, 'legal_rule.add', { rule: id, version: next.version })
    return ok(next)
  })
}

function edited(rule: LegalRule, { period, months, cost, acceptsAnonymous, ...common }: LegalRuleEdit): LegalRule {
  if (rule.kind === 'limitation') return { ...rule, ...common, period: period ?? rule.period }
  return {
    ...rule,
    ...common,
    monthsFrom: months ? months.from : rule.monthsFrom,
    monthsTo: months ? months.to : rule.monthsTo,
    cost: cost ?? rule.cost,
    acceptsAnonymous: acceptsAnonymous ?? rule.acceptsAnonymous,
  }
}

function isSame(a: LegalRule, b: LegalRule): boolean {
  return JSON.stringify(legalRuleJson(a)) === JSON.stringify(legalRuleJson(b))
}
