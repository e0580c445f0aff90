import { describe, expect, it } from 'vitest'
import { claimsOf } from '@/lib/domain/forums/case-claims'
import { forumsFor } from '@/lib/domain/forums/forums-for'
import { FORUM_EFFECTS, rulesInUse } from '@/lib/domain/forums/legal-rule'
import { legalRuleJson, readLegalRule } from '@/lib/schemas/forums/legal-rule'
import { forumFacts } from '@/tests/support/forum-facts'
import { shippedLegalRules } from '@/tests/support/legal-rules'

const TODAY = '2026-11-21'
const rules = shippedLegalRules()
const ids = (facts: Parameters<typeof forumFacts>[0]) =>
  forumsFor(forumFacts(facts), rules, TODAY).map(({ rule }) => rule.id)

describe('the rules that come with the product', () => {
  it('are read back as they were written, and each names a source and the day it was looked at', () => {
    for (const rule of rules) {
      expect(readLegalRule(legalRuleJson(rule))).toEqual(rule)
      expect(rule.source.title).not.toBe('')
      expect(rule.verification.readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
    }
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  })

  it('have a forum for each claim, so that no officer finds an empty page', () => {
    const claims = new Set(rules.flatMap((rule) => rule.claims))
    for (const claim of claims)
      expect(rules.some((rule) => rule.kind === 'forum' && rule.claims.includes(claim))).toBe(true)
  })
})

describe('what can be claimed', () => {
  it('follows from what happened and from what each payment was', () => {
    const line = { id: '1', lumpCategories: [], payeeRole: null, paidOn: null }
    expect(
      claimsOf(
        forumFacts({
          grievances: ['wages_unpaid', 'document_retention'],
          lines: [
            { ...line, category: 'rf_placement_service' },
            { ...line, category: 'il_deposit_security' },
            { ...line, category: 'il_forced_savings' },
            { ...line, category: null, lumpCategories: ['rc_medical', 'il_bond'] },
          ],
        }),
      ),
    ).toEqual(['fees', 'deposit_penalty', 'deductions', 'wages', 'documents'])
  })
})

describe('the bodies for a case', () => {
  it('put those that decide first', () => {
    const found = forumsFor(
      forumFacts({ grievances: ['wages_unpaid', 'fees_debt'], roles: ['accepting_company', 'sending_organization'] }),
      rules,
      TODAY,
    )
    const ranks = found.map(({ rule }) => FORUM_EFFECTS.indexOf(rule.effect))
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(found[0]?.rule.effect).toBe('orders')
  })

  it('are those of the scheme: OTIT for an intern, not for a specified skilled worker; both when nobody knows', () => {
    const facts = { grievances: ['fees_debt' as const], roles: ['supervising_organization' as const] }
    expect(ids({ ...facts, scheme: 'titp' })).toContain('jp-otit-report')
    expect(ids({ ...facts, scheme: 'ssw' })).not.toContain('jp-otit-report')
    expect(ids({ ...facts, scheme: 'ssw' })).toContain('jp-isa-report')
    expect(ids({ ...facts, scheme: 'not_sure' })).toEqual(expect.arrayContaining(['jp-otit-report', 'jp-isa-report']))
  })

  it('are those of the own country at home', () => {
    const facts = { grievances: ['fees_debt' as const], roles: ['sending_organization' as const] }
    expect(ids({ ...facts, origin: 'PH' })).toContain('ph-dmw-recruitment')
    expect(ids({ ...facts, origin: 'PH' })).not.toContain('vn-dolab-complaint')
  })

  it('warn of a state that endangers its own people', () => {
    const found = forumsFor(forumFacts({ origin: 'MM', grievances: ['fees_debt'] }), rules, TODAY)
    expect(found.filter(({ isDangerous }) => isDangerous).map(({ rule }) => rule.jurisdiction)).toEqual(['MM'])
  })

  it('say what is there and what is still wanted, and where a name is needed', () => {
    const [court] = forumsFor(
      forumFacts({
        grievances: ['wages_unpaid'],
        roles: ['accepting_company'],
        files: ['contract', 'photo'],
        hasStory: true,
      }),
      rules.filter(({ id }) => id === 'jp-labour-tribunal'),
      TODAY,
    )
    expect(court?.evidenceThere).toEqual(['own_account', 'contract'])
    expect(court?.evidenceMissing).toEqual(['payslip', 'time_record', 'bank_record', 'chat'])
    expect(court?.needsName).toBe(true)
  })
})

describe('versions', () => {
  it('count by the highest, and a withdrawn rule by none', () => {
    const [first] = rules
    if (!first) throw new Error('no rules')
    const second = { ...first, version: 2, note: 'new' }
    expect(rulesInUse([second, first])).toEqual([second])
    expect(rulesInUse([first, { ...second, isWithdrawn: true }])).toEqual([])
  })
})
