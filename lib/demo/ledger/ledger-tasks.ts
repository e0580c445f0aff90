import type { FeeCategoryCode } from '@/lib/domain/fees/categories'
import type { Ledger, LedgerLine, LedgerPlacement } from '@/lib/domain/fees/ledger/ledger'
import type { LoanInput, WageInput } from '@/lib/domain/fees/ledger/ledger-changes'
import type { LineInput } from '@/lib/domain/fees/ledger/line-input'
import type { SplitPart } from '@/lib/domain/fees/ledger/split-line'
import type { SupportLevel } from '@/lib/domain/fees/ledger/support-levels'
import type { DemoReport } from '../demo-report'
import type { Random } from '../random'
import { unitsOf } from '../survey/money-forms'
import { jobOf } from './job-facts'
import { paidBackLoan, untoldGift } from './later-memories'
import { payFactsOf } from './pay-facts'

/** One thing an officer does to the ledger of a case. */
export type LedgerTask =
  | { readonly kind: 'split'; readonly line: LedgerLine; readonly parts: readonly SplitPart[] }
  | { readonly kind: 'street_rate'; readonly line: LedgerLine; readonly unitsPerUsd: string }
  | { readonly kind: 'support'; readonly line: LedgerLine; readonly level: SupportLevel }
  | { readonly kind: 'placement'; readonly version: number; readonly placement: Omit<LedgerPlacement, 'version'> }
  | { readonly kind: 'add'; readonly line: LineInput }
  | { readonly kind: 'loan'; readonly loan: LoanInput }
  | { readonly kind: 'wages'; readonly version: number; readonly wages: readonly WageInput[] }

/** Who remembers something more when an officer asks. */
const REMEMBERED_LATER = 0.3
/** What parts of a lump usually cost, in a thousand; the first one, the placement itself, is what remains. */
const USUAL_PARTS: Readonly<Partial<Record<FeeCategoryCode, bigint>>> = {
  rc_training_orientation: 144n,
  il_deposit_security: 120n,
  rc_visa_permit: 30n,
  rc_travel_international: 70n,
}

/** What an officer finds to do in a ledger as it stands: one thing for each payment, then the job and the pay. */
export function ledgerTasks(ledger: Ledger, report: DemoReport, random: Random): LedgerTask[] {
  const forLines = ledger.lines.flatMap((line): LedgerTask[] => {
    if (report.streetRate !== null && line.amountMinor !== null && line.payeeRole === 'sending_organization')
      return [{ kind: 'street_rate', line, unitsPerUsd: report.streetRate }]
    if (line.amountMinor !== null && line.currency !== null && line.lumpCategories.length > 1)
      return [{ kind: 'split', line, parts: partsOf(line) }]
    return [{ kind: 'support', line, level: supportOf(line, random) }]
  })
  const facts = payFactsOf(ledger.wages, report, random)
  const [loan] = ledger.loans
  return [
    ...forLines,
    ...(random.chance(REMEMBERED_LATER) ? [{ kind: 'add', line: untoldGift() } as const] : []),
    ...(loan && random.chance(REMEMBERED_LATER) ? [{ kind: 'loan', loan: paidBackLoan(loan) } as const] : []),
    { kind: 'placement', version: ledger.placement?.version ?? 0, placement: jobOf(ledger, report, random) },
    ...(facts.length > 0
      ? [{ kind: 'wages', version: ledger.wagesVersion, wages: [...ledger.wages, ...facts] } as const]
      : []),
  ]
}

/** The parts of a lump: usual amounts for what is known, the rest for the placement. */
function partsOf({ lumpCategories, amountMinor, currency }: LedgerLine): SplitPart[] {
  const unit = currency === null ? 1n : (unitsOf(currency)[1] ?? 1n)
  return lumpCategories.map((category): SplitPart => {
    const usual = USUAL_PARTS[category]
    const amount = usual === undefined ? null : (((amountMinor ?? 0n) * usual) / 1000n / unit) * unit
    return { category, amountMinor: amount, payee: null }
  })
}

function supportOf({ receipt, method }: LedgerLine, random: Random): SupportLevel {
  if (receipt === 'full') return 'receipt'
  if (method === 'bank') return 'bank_record'
  if (receipt === 'partial') return 'contract'
  return random.weighted<SupportLevel>({ word_with_detail: 5, peers_pattern: 3, witness: 2, word_only: 2 })
}
