import { QUESTIONS } from '@/components/fees/missing-facts'
import type { MissingFact } from '@/lib/domain/fees/assessment/facts'
import type { MessageKey } from '@/lib/i18n/message-key'

// What the fee checker asks as "you" is about somebody else here.
const OF_THE_WORKER: Readonly<Partial<Record<MissingFact, MessageKey>>> = {
  months_worked: 'ledger.ask_months_worked',
  exchange_rate: 'ledger.ask_exchange_rate',
  condition_returned_early_without_fault: 'ledger.ask_returned',
}

/** A missing fact as a question to an officer. */
export function questionOf(fact: MissingFact): MessageKey {
  return OF_THE_WORKER[fact] ?? QUESTIONS[fact]
}
