import 'server-only'
import type { LedgerWage } from '@/lib/domain/fees/ledger/ledger'
import type { WageInput } from '@/lib/domain/fees/ledger/ledger-changes'
import { isWageFactKind, WAGE_FACT_KINDS } from '@/lib/domain/fees/ledger/wage-facts'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Opener } from './case-parts'
import type { Scoped } from './within'

type Writer = 'case.write_fees'

/** A fact of pay with what the worker typed for it. */
export type TypedWage = WageInput & Pick<LedgerWage, 'amountAsTyped'>

/** What is known of the pay, in the order it was told, and the version of the whole, which every change raises; words only with an opener. */
export async function listWages(
  on: Scoped<'case.read' | Writer>,
  caseId: string,
  open: Opener | null,
): Promise<{ wages: LedgerWage[]; version: number }> {
  const rows = await on.db.wageFact.findMany({ where: { caseId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  const wages = rows.flatMap((row) => {
    const { id, version, kind, amountMinor, currency, forMonth, hours, sealedAmountAsTyped: sealed } = row
    if (row.removedAt !== null || !isWageFactKind(kind) || !isCurrencyCode(currency)) return []
    const amountAsTyped = open && sealed && open('wage_fact.sealed_amount_as_typed', id, sealed)
    return [{ id, version, kind, amount: { amountMinor, currency }, amountAsTyped, forMonth, hours }]
  })
  const place = ({ kind }: LedgerWage) => WAGE_FACT_KINDS.indexOf(kind)
  return {
    wages: wages.toSorted((a, b) => place(a) - place(b)),
    version: rows.reduce((sum, { version }) => sum + version, 0),
  }
}

/** Facts of pay that an officer heard of, or reads otherwise; what the worker typed stays beside them. Returns their ids in order. */
export async function insertWages(
  on: Scoped<Writer>,
  caseSeal: CaseSeal,
  wages: readonly TypedWage[],
  at: Date,
): Promise<string[]> {
  const ids = wages.map(() => newId())
  await on.db.wageFact.createMany({
    data: wages.map(({ kind, amount, amountAsTyped: typed, forMonth, hours }, index) => {
      const id = ids[index] ?? newId()
      return {
        id,
        caseId: caseSeal.caseId,
        kind,
        amountMinor: amount.amountMinor,
        currency: amount.currency,
        sealedAmountAsTyped: typed === null ? null : caseSeal.seal('wage_fact.sealed_amount_as_typed', id, typed),
        forMonth,
        hours,
        addedByKind: 'staff',
        addedById: on.grant.actor.id,
        createdAt: at,
      }
    }),
  })
  return ids
}

/** Takes facts of pay out of what counts; the rows stay. */
export async function removeWages(on: Scoped<Writer>, ids: readonly string[], at: Date): Promise<void> {
  await on.db.wageFact.updateMany({
    where: { id: { in: [...ids] } },
    data: { removedAt: at, version: { increment: 1 } },
  })
}
