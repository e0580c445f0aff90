import type { PartyRole } from '@/lib/domain/fees/payees'
import { categoryWords } from '@/lib/domain/fees/rules/category-words'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { formatDay, formatDecimal, formatMoney } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** Where a rule comes from: a country, or what has none. */
export function jurisdictionText(t: Translator, code: string): string {
  for (const key of [`codes.origin.${code}`, `codes.destination.${code}`, `settings.jurisdiction_${code}`]) {
    if (t.has(key)) return t(key)
  }
  return code
}

/** What a rule allows, in one sentence. */
export function limitText(t: Translator, rule: Pick<FeeRule, 'limit'>): string {
  const { limit } = rule
  if (limit.type === 'prohibited') return t('settings.rule_limit_prohibited')
  if (limit.type === 'cap_amount') {
    return t('settings.rule_limit_amount', { amount: formatMoney(limit.amountMinor, limit.currency, t.locale) })
  }
  const months = formatDecimal(limit.months, t.locale)
  const count = Number(limit.months)
  const wage = t(`settings.wage_basis_${limit.wageBasis}`)
  const sentence =
    limit.perContractMonths === null
      ? t('settings.rule_limit_wage', { months, count, wage })
      : t('settings.rule_limit_wage_per', { months, count, wage, per: limit.perContractMonths })
  return limit.isProRataOnReturn ? `${sentence}. ${t('settings.rule_limit_pro_rata')}` : sentence
}

/** Whose placements a rule is about: from where to where, under which schemes and programmes. */
export function placementText(t: Translator, rule: FeeRule): string {
  const from =
    rule.origins === '*'
      ? t('settings.rule_every_origin')
      : rule.origins.map((code) => t(`codes.origin.${code}`)).join(', ')
  const to =
    rule.destinations === '*'
      ? t('settings.rule_every_destination')
      : rule.destinations.map((code) => t(`codes.destination.${code}`)).join(', ')
  return `${from} → ${to} · ${schemesText(t, rule)}`
}

function schemesText(t: Translator, rule: FeeRule): string {
  const schemes =
    rule.schemes === '*'
      ? t('settings.rule_every_scheme')
      : rule.schemes.map((code) => t(`codes.scheme.${code}`)).join(', ')
  if (rule.programmes.length === 0) return schemes
  return `${schemes} · ${rule.programmes.map((code) => t(`codes.programme.${code}`)).join(', ')}`
}

/** The days of a rule, with how sure the first one is. */
export function daysText(t: Translator, rule: FeeRule): string {
  const { effectiveFrom, effectiveTo, effectiveFromPrecision } = rule
  const isRough = effectiveFromPrecision !== null && effectiveFromPrecision !== 'day'
  const from =
    effectiveFrom === null
      ? t('settings.rule_from_unknown')
      : t('settings.rule_from', { day: formatDay(effectiveFrom, t.locale) })
  const rough = isRough ? ` (${t(`settings.date_precision_${effectiveFromPrecision}`)})` : ''
  const to = effectiveTo === null ? '' : `, ${t('settings.rule_until', { day: formatDay(effectiveTo, t.locale) })}`
  return `${from}${rough}${to}`
}

/** How well the source was read. */
export function verificationText(t: Translator, { verification }: Pick<FeeRule, 'verification'>): string {
  return t(verification.isVerified ? 'settings.rule_verified' : 'settings.rule_not_verified', {
    confidence: t(`settings.confidence_${verification.confidence}`),
    day: formatDay(verification.readOn, t.locale),
  })
}

function contractText(t: Translator, rule: FeeRule): string {
  const { contractMonthsAtLeast: least, contractMonthsAtMost: most } = rule
  if (least !== null && most !== null) return t('settings.rule_contract_between', { least, most })
  if (least !== null) return t('settings.rule_contract_least', { least })
  return most === null ? t('settings.rule_contract_any') : t('settings.rule_contract_most', { most })
}

function categoriesText(t: Translator, rule: FeeRule): string {
  return categoryWords(rule.categories)
    .map((word) => {
      const group = `settings.category_word_${word}`
      if (t.has(group)) return t(group)
      const single = `codes.fee_category.${word}`
      return t.has(single) ? t(single) : word
    })
    .join(', ')
}

/** One thing a version says, with the name of it; every version has the same names in the same order. */
export type RuleFact = { readonly name: string; readonly value: string }

/** Everything a version says, in words; two versions are compared by it. */
export function ruleFacts(t: Translator, rule: FeeRule): readonly RuleFact[] {
  const none = t('settings.rule_none')
  const roles = (codes: readonly PartyRole[]) => codes.map((code) => t(`codes.party_role.${code}`)).join(', ')
  return [
    { name: t('settings.rule_says'), value: limitText(t, rule) },
    { name: t('settings.rule_who_takes'), value: roles(rule.payees) },
    { name: t('settings.rule_who_pays'), value: rule.payer === null ? t('settings.rule_worker') : roles([rule.payer]) },
    { name: t('settings.rule_for_what'), value: categoriesText(t, rule) },
    { name: t('settings.rule_placements'), value: placementText(t, rule) },
    { name: t('settings.rule_contract'), value: contractText(t, rule) },
    {
      name: t('settings.rule_conditions'),
      value: rule.conditions.map((code) => t(`codes.rule_condition.${code}`)).join(', ') || none,
    },
    { name: t('settings.rule_days'), value: daysText(t, rule) },
    { name: t('settings.rule_status'), value: t(`settings.rule_status_${rule.status}`) },
    { name: t('settings.rule_binding'), value: t(`codes.binding.${rule.binding}`) },
    { name: t('settings.rule_verification'), value: verificationText(t, rule) },
    {
      name: t('settings.rule_source'),
      value: [rule.source.title, rule.source.article, rule.source.url].filter(Boolean).join(' · '),
    },
    { name: t('settings.rule_note'), value: rule.note ?? none },
  ]
}

/** What two versions say differently: name, before, after. */
export function ruleDifferences(
  t: Translator,
  before: FeeRule,
  after: FeeRule,
): readonly { readonly name: string; readonly before: string; readonly after: string }[] {
  const old = ruleFacts(t, before)
  return ruleFacts(t, after).flatMap(({ name, value }, index) => {
    const former = old[index]?.value ?? ''
    return former === value ? [] : [{ name, before: former, after: value }]
  })
}
