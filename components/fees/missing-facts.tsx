import type { MissingFact } from '@/lib/domain/fees/assessment/facts'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'

/** Each fact as a question to the worker. */
export const QUESTIONS: Readonly<Record<MissingFact, MessageKey>> = {
  payee: 'fees.ask_payee',
  category: 'fees.ask_category',
  lump_split: 'fees.ask_lump_split',
  amount: 'fees.ask_amount',
  paid_on: 'fees.ask_paid_on',
  origin: 'fees.ask_origin',
  scheme: 'fees.ask_scheme',
  contract_months: 'fees.ask_contract_months',
  contract_basic_wage: 'fees.ask_contract_basic_wage',
  planned_monthly_pay: 'fees.ask_planned_monthly_pay',
  months_worked: 'fees.ask_months_worked',
  exchange_rate: 'fees.ask_exchange_rate',
  condition_second_stay: 'fees.ask_second',
  condition_vulnerable_occupation: 'fees.ask_protected',
  condition_labour_contract_with_sender: 'fees.ask_sender',
  condition_agent_operates_in_japan: 'fees.ask_agent_in_japan',
  condition_returned_early_without_fault: 'fees.ask_returned',
}

/**
 * What is missing for a verdict, as questions; `answerAt` gives the address where one can be answered, null where nobody can here.
 * `answerWord` says what happens there, where it is not a field to fill in.
 */
export function MissingFacts({
  t,
  missing,
  answerAt,
  answerWord = 'fees.answer_this',
}: {
  t: Translator
  missing: readonly MissingFact[]
  answerAt: (fact: MissingFact) => string | null
  answerWord?: MessageKey | undefined
}) {
  if (missing.length === 0) return null
  return (
    <div className="tight">
      <p>{t('fees.missing_note')}</p>
      <ul>
        {missing.map((fact) => {
          const href = answerAt(fact)
          return (
            <li key={fact}>
              {t(QUESTIONS[fact])}{' '}
              {href === null ? null : (
                <a href={href}>
                  {t(answerWord)}
                  <span className="vh">: {t(QUESTIONS[fact])}</span>
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
