import type { FeeCategoryCode } from '@/lib/domain/fees/categories'
import type { PartyRole } from '@/lib/domain/fees/payees'
import type { FilePurpose } from '@/lib/domain/files/purposes'
import type { GrievanceCode } from '@/lib/domain/grievances/catalog'
import type { SchemeCode } from '@/lib/domain/schemes'
import type { ClaimKind, WantedEvidence } from './legal-rule'

/** A payment as far as forums and time limits depend on it. `paidOn`: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type ClaimLine = {
  readonly id: string
  readonly category: FeeCategoryCode | null
  readonly lumpCategories: readonly FeeCategoryCode[]
  readonly payeeRole: PartyRole | null
  readonly paidOn: string | null
}

/** What is known of a case when forums and time limits are looked for. Days are partial: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`. */
export type ForumFacts = {
  readonly origin: string | null
  readonly scheme: SchemeCode | null
  readonly grievances: readonly GrievanceCode[]
  readonly lines: readonly ClaimLine[]
  readonly roles: readonly PartyRole[]
  readonly isAnonymous: boolean
  /** The day in Japan on which the report came. */
  readonly receivedOn: string
  readonly workStartedOn: string | null
  readonly workEndedOn: string | null
  readonly departureOn: string | null
  readonly contractEndOn: string | null
  /** Months with a known pay ('YYYY-MM'), earliest first. */
  readonly payMonths: readonly string[]
  readonly files: readonly FilePurpose[]
  readonly hasStory: boolean
}

const BY_GRIEVANCE: { readonly [code in GrievanceCode]?: readonly ClaimKind[] } = {
  fees_debt: ['fees'],
  deposit_penalty: ['deposit_penalty'],
  deceptive_recruitment: ['deception', 'fees'],
  contract_substitution: ['deception'],
  wages_unpaid: ['wages'],
  working_time: ['wages'],
  wage_deductions: ['deductions'],
  document_retention: ['documents'],
  osh_injury: ['injury'],
  healthcare_denied: ['injury', 'harm'],
  violence: ['harm'],
  sexual_harassment_violence: ['harm'],
  harassment_bullying: ['harm'],
  forced_return: ['harm'],
  pregnancy_maternity: ['harm'],
  retaliation_remedy_blocked: ['harm'],
  trafficking_suspected: ['harm', 'fees'],
  social_insurance_tax: ['pension'],
}

const SECURITIES: readonly FeeCategoryCode[] = [
  'il_bond',
  'il_deposit_security',
  'il_collateral',
  'il_penalty_early_termination',
]
const FROM_PAY: readonly FeeCategoryCode[] = [
  'il_wage_deduction_fabricated',
  'il_forced_savings',
  'rf_recovery_from_worker',
]

/** What the payment can be claimed back as. */
export function claimOfLine({ category, lumpCategories }: ClaimLine): ClaimKind {
  const all = category === null ? lumpCategories : [category]
  if (all.some((code) => SECURITIES.includes(code))) return 'deposit_penalty'
  return all.some((code) => FROM_PAY.includes(code)) ? 'deductions' : 'fees'
}

/** What can be claimed in a case, from what happened and from what was paid; each once, in the order of the list. */
export function claimsOf(facts: ForumFacts): readonly ClaimKind[] {
  return [
    ...new Set([...facts.lines.map(claimOfLine), ...facts.grievances.flatMap((code) => BY_GRIEVANCE[code] ?? [])]),
  ]
}

/** What happens at work is claimed from whoever runs it; everybody who came has an employer, named or not. */
const AT_WORK: readonly ClaimKind[] = ['wages', 'deductions', 'injury', 'documents', 'harm', 'pension']

/** Whom a claim is against, as far as the case tells: who was paid, or the employer; null when nobody is known. */
export function claimedFrom(claim: ClaimKind, { lines, roles }: ForumFacts): readonly PartyRole[] | null {
  const paid = lines.filter((line) => claimOfLine(line) === claim)
  if (paid.some(({ payeeRole }) => payeeRole === null)) return null
  const payees = paid.flatMap(({ payeeRole }) => (payeeRole === null ? [] : [payeeRole]))
  if (AT_WORK.includes(claim)) return [...new Set<PartyRole>(['accepting_company', ...payees])]
  if (payees.length > 0) return [...new Set(payees)]
  return roles.length === 0 ? null : roles
}

const SHOWN_BY: { readonly [purpose in FilePurpose]?: WantedEvidence } = {
  receipt: 'receipt',
  contract: 'contract',
  payslip: 'payslip',
  chat: 'chat',
  voice_story: 'own_account',
}

/** What of the wanted evidence is there already. A file only counts as what its owner said it is. */
export function evidenceThere({ files, hasStory }: ForumFacts): ReadonlySet<WantedEvidence> {
  const there = new Set<WantedEvidence>(hasStory ? ['own_account'] : [])
  for (const purpose of files) {
    const shown = SHOWN_BY[purpose]
    if (shown !== undefined) there.add(shown)
  }
  return there
}
