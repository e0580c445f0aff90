import 'server-only'
import type { CaseHead } from '@/lib/domain/case-file'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { Money } from '@/lib/domain/money/money'
import { listChain, listLedger, listPeople } from './case-parts'
import { findCaseSeal } from './case-keys'
import type { Scoped } from './within'

/** What of a case can be asked to find out whether somebody is its worker: codes, months and amounts as kept, names as given. */
export type IdentityFacts = {
  readonly receivedAt: Date
  readonly origin: string | null
  readonly scheme: string | null
  readonly language: string
  readonly matters: readonly string[]
  readonly partyNames: readonly string[]
  readonly amounts: readonly Money[]
  /** Partial dates. */
  readonly paidOn: readonly string[]
  readonly safeTimes: string | null
}

/** The facts of one case; null when its key is gone. */
export async function findIdentityFacts(
  on: Scoped<'case.replace_code'>,
  head: CaseHead,
): Promise<IdentityFacts | null> {
  const caseSeal = await findCaseSeal(on, head.id)
  if (!caseSeal) return null
  const chain = await listChain(on, head.id, caseSeal.unseal)
  const lines = await listLedger(on, head.id, caseSeal.unseal)
  const people = await listPeople(on, head.id, caseSeal.unseal)
  const names = [...chain.map(({ name }) => name), ...lines.map(({ payeeName }) => payeeName)]
  return {
    receivedAt: head.receivedAt,
    origin: head.origin,
    scheme: head.scheme,
    language: head.language,
    matters: head.grievances,
    partyNames: [...new Set(names.filter((name) => name !== null))],
    amounts: lines.flatMap(({ amountMinor, currency }) =>
      amountMinor !== null && currency !== null && isCurrencyCode(currency) ? [{ amountMinor, currency }] : [],
    ),
    paidOn: [...new Set(lines.map(({ paidOn }) => paidOn).filter((month) => month !== null))],
    safeTimes: people.find(({ kind }) => kind === 'worker')?.safeTimes ?? null,
  }
}
