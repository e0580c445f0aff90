import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@/lib/access/grant'
import type { Ledger, LedgerLine } from '@/lib/domain/fees/ledger/ledger'
import type { LineInput } from '@/lib/domain/fees/ledger/line-input'
import { readLedger } from '@/lib/usecases/ledger/read-ledger'
import { staffGrant } from './builders'
import { ownerPool } from './database'

/** The ledger as its page shows it to an officer of the office. */
export async function ledgerOf(officer: StaffActor, number: string): Promise<Ledger> {
  const ledger = await readLedger(staffGrant(officer, 'case.read'), number)
  if (!ledger) throw new Error('no such case')
  return ledger
}

/** The line at a place of the ledger, with what a form about it sends. */
export async function aLine(
  officer: StaffActor,
  number: string,
  index = 0,
): Promise<{
  line: LedgerLine
  form: { number: string; lineId: string; version: number; requestId: string; reason: string }
}> {
  const line = (await ledgerOf(officer, number)).lines[index]
  if (!line) throw new Error('no such line')
  return { line, form: formOf(line, number) }
}

/** What a form about a line sends. */
export function formOf(line: LedgerLine, number: string) {
  return {
    number,
    lineId: line.id,
    version: line.version,
    requestId: randomUUID(),
    reason: 'Anh nói lại qua điện thoại.',
  }
}

/** A payment as an officer writes it down. */
export function aLineInput(change: Partial<LineInput> = {}): LineInput {
  return {
    payeeRole: 'sending_organization',
    payeeName: null,
    casePartyId: null,
    category: 'rc_medical',
    lumpCategories: [],
    amountMinor: 2_000_000n,
    amountMaxMinor: null,
    currency: 'VND',
    precision: 'exact',
    paidOn: '2025-02',
    method: 'cash',
    instalments: null,
    receipt: 'none',
    toldBeforeSigning: null,
    paidBy: 'worker',
    refundedMinor: null,
    ...change,
  }
}

/** The columns of the case that its money is kept in. */
export async function moneyOf(caseId: string) {
  const { rows } = await ownerPool().query<Record<string, string | number | null>>(
    `SELECT fee_line_count, paid_total_jpy, has_paid_sending, paid_broker_jpy, debt_jpy, in_debt, recruitment_cost_jpy, first_month_jpy,
       last_month_jpy, fee_verdict, ruled_line_count, over_line_count, above_cap_jpy, above_zero_fee_jpy FROM cases WHERE id = $1`,
    [caseId],
  )
  const [row] = rows
  if (!row) throw new Error('no such case')
  return row
}

/** Whether the audit chain of an office fits. */
export async function isChainWhole(officeId: string): Promise<boolean> {
  const { rows } = await ownerPool().query<{ broken: string | null }>('SELECT app.first_broken_audit($1) AS broken', [
    officeId,
  ])
  return rows[0]?.broken === null
}
