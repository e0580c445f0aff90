import { codeWord, money, partialDate, wordOf } from '@/components/case/words'
import type { Ledger, LedgerRevision } from '@/lib/domain/fees/ledger/ledger'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'

type Before = LedgerRevision['before']
type Value = Before[string]
type Say = (t: Translator, value: Value, before: Before) => string

/** What an edit changed, by the name of the field: the value before, and what it became where that is known. */
export type SaidBefore = { readonly name: string; readonly value: string; readonly now: string | null }

const sum =
  (currencyField: string): Say =>
  (t, value, before) => {
    const currency = before[currencyField]
    return typeof value === 'string' && typeof currency === 'string' && isCurrencyCode(currency)
      ? (money(t, BigInt(value), currency) ?? String(value))
      : String(value)
  }
const code =
  (list: string): Say =>
  (t, value) =>
    (Array.isArray(value) ? value : [String(value)])
      .map((one: string) => wordOf(t, `ledger.${list}_${one}`, codeWord(t, list, one)))
      .join('; ')
const date: Say = (t, value) => partialDate(t, String(value)) ?? String(value)
const plain: Say = (_t, value) => String(value)
const yesNo: Say = (t, value) => t(value === true ? 'common.yes' : 'common.no')

const FIELDS: Readonly<Record<string, { readonly name: MessageKey; readonly say: Say }>> = {
  category: { name: 'ledger.field_category', say: code('fee_category') },
  lumpCategories: { name: 'ledger.field_category', say: code('fee_category') },
  payeeRole: { name: 'ledger.field_payee', say: code('party_role') },
  payeeName: { name: 'ledger.field_payee_name', say: plain },
  amountMinor: { name: 'ledger.field_amount', say: sum('currency') },
  amountMaxMinor: { name: 'ledger.field_amount_max', say: sum('currency') },
  precision: { name: 'ledger.field_precision', say: code('precision') },
  paidOn: { name: 'ledger.field_paid_on', say: date },
  method: { name: 'ledger.field_method', say: code('payment_method') },
  instalments: { name: 'ledger.field_instalments', say: plain },
  receipt: { name: 'ledger.field_receipt', say: code('receipt') },
  toldBeforeSigning: { name: 'ledger.field_told', say: yesNo },
  paidBy: { name: 'ledger.field_paid_by', say: code('payer') },
  refundedMinor: { name: 'ledger.field_refunded', say: sum('currency') },
  rateOverride: { name: 'ledger.field_own_rate', say: plain },
  supportLevel: { name: 'ledger.column_support', say: code('support_level') },
  lenderKind: { name: 'ledger.field_lender', say: code('lender_kind') },
  lenderName: { name: 'ledger.field_lender_name', say: plain },
  principalMinor: { name: 'ledger.field_principal', say: sum('currency') },
  outstandingMinor: { name: 'ledger.field_outstanding', say: sum('currency') },
  monthlyRepaymentMinor: { name: 'ledger.field_repayment', say: sum('currency') },
  ratePercent: { name: 'ledger.field_interest', say: plain },
  ratePeriod: { name: 'ledger.field_rate_period', say: code('rate_period') },
  termMonths: { name: 'ledger.field_term', say: plain },
  collateral: { name: 'ledger.field_collateral', say: code('collateral') },
  borrowedOn: { name: 'ledger.field_borrowed_on', say: date },
  forMonth: { name: 'ledger.wage_month', say: date },
  origin: { name: 'ledger.field_origin', say: code('origin') },
  scheme: { name: 'ledger.field_scheme', say: code('scheme') },
  contractMonths: { name: 'ledger.field_contract_months', say: plain },
  contractSignedOn: { name: 'ledger.field_signed', say: date },
  workStartedOn: { name: 'ledger.field_started', say: date },
  workEndedOn: { name: 'ledger.field_ended', say: date },
  isFirstJobAbroad: { name: 'ledger.field_first_job', say: yesNo },
  toldTotalMinor: { name: 'ledger.field_told_total', say: sum('toldTotalCurrency') },
  programmes: { name: 'ledger.field_programmes', say: code('programme') },
  conditionsMet: { name: 'ledger.conditions_met', say: code('rule_condition') },
  conditionsNotMet: { name: 'ledger.conditions_not_met', say: code('rule_condition') },
}

/**
 * The fields an edit changed with what they were and became; `after` is how the same thing stood next. Without it, and of what was
 * added, all that was said.
 */
export function sayBefore(
  t: Translator,
  { before, change }: LedgerRevision,
  after: Readonly<Record<string, unknown>> | null,
): SaidBefore[] {
  const next = change === 'added' ? null : after && beforeOf(after)
  return Object.entries(FIELDS).flatMap(([field, { name, say }]): SaidBefore[] => {
    if (!(field in before)) return []
    const value = before[field] ?? null
    if (next === null) return isEmpty(value) ? [] : [{ name: t(name), value: say(t, value, before), now: null }]
    const now = next[field] ?? null
    if (isSame(value, now)) return []
    const words = (one: Value, whole: Before) =>
      isEmpty(one) ? t(field === 'rateOverride' ? 'ledger.rate_official' : 'cases.unsaid') : say(t, one, whole)
    return [{ name: t(name), value: words(value, before), now: words(now, next) }]
  })
}

function isEmpty(value: Value): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

/** How the subject of a revision stood next: as the revision after it has it, else as it stands now; null when it is gone. */
export function stateAfter(
  ledger: Pick<Ledger, 'head' | 'lines' | 'setAside' | 'loans' | 'wages' | 'placement' | 'revisions'>,
  revision: LedgerRevision,
): Readonly<Record<string, unknown>> | null {
  const later = ledger.revisions
    .filter((one) => isOfSame(revision, one) && one.changedAt > revision.changedAt)
    .toSorted((a, b) => a.changedAt.getTime() - b.changedAt.getTime())[0]
  if (later) return later.change === 'added' ? null : later.before
  if (revision.subject === 'wage_fact') {
    const [wage, another] = ledger.wages.filter(({ kind }) => kind === revision.before['kind'])
    return wage === undefined || another ? null : { ...wage, ...wage.amount }
  }
  if (revision.subject === 'placement') {
    const { placement, head } = ledger
    return (
      placement && {
        ...placement,
        origin: head.origin,
        scheme: head.scheme,
        toldTotalMinor: placement.toldTotal?.amountMinor ?? null,
        toldTotalCurrency: placement.toldTotal?.currency ?? null,
      }
    )
  }
  const all = [...ledger.lines, ...ledger.setAside, ...ledger.loans]
  return all.find(({ id }) => id === revision.subjectId) ?? null
}

// A fact of pay that is read otherwise is a new one in the place of another of its kind.
function isOfSame(a: LedgerRevision, b: LedgerRevision): boolean {
  if (a.subject !== b.subject) return false
  return a.subject === 'wage_fact' ? a.before['kind'] === b.before['kind'] : a.subjectId === b.subjectId
}

/** The fields of a thing of today in the form of a revision. */
function beforeOf(thing: Readonly<Record<string, unknown>>): Before {
  return Object.fromEntries(Object.entries(thing).map(([name, value]) => [name, keptOf(value)]))
}

function keptOf(value: unknown): Value {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string')
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return null
}

function isSame(before: Value, after: Value): boolean {
  if (Array.isArray(before)) return Array.isArray(after) && before.join(' ') === after.join(' ')
  if (before === null) return after === null || after === undefined
  return String(before) === String(after)
}
