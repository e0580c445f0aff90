import { ChoiceGroup } from '@/components/form/choice-group'
import { ASKED_RESULTS, IDENTITY_FACTS, maskFact, MET_HOWS, type IdentityFact } from '@/lib/domain/identity-check'
import type { Money } from '@/lib/domain/money/money'
import { formatMoney, formatMonth } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, languageWord, partialDate, schemeWord } from './words'

/** The facts of a case as the page gets them. */
export type AskableFacts = {
  readonly receivedAt: Date
  readonly origin: string | null
  readonly scheme: string | null
  readonly language: string
  readonly matters: readonly string[]
  readonly partyNames: readonly string[]
  readonly amounts: readonly Money[]
  readonly paidOn: readonly string[]
  readonly safeTimes: string | null
}

/**
 * How the two met, and for each fact that the case has what came of asking it. What is known is shown masked: enough to compare,
 * not enough to read out.
 */
export function IdentityQuestions({ t, facts }: { t: Translator; facts: AskableFacts }) {
  return (
    <>
      <ChoiceGroup
        name="metHow"
        kind="radio"
        slim
        legend={t('cases.code_met')}
        sections={[{ choices: MET_HOWS.map((how) => ({ value: how, text: t(`codes.met_how.${how}`) })) }]}
      />
      {IDENTITY_FACTS.flatMap((fact) => {
        const known = knownWords(t, fact, facts)
        return known.length === 0
          ? []
          : [
              <ChoiceGroup
                key={fact}
                name={`fact_${fact}`}
                kind="radio"
                slim
                legend={t(`codes.identity_fact.${fact}`)}
                hint={known.map(maskFact).join('; ')}
                sections={[
                  {
                    choices: ASKED_RESULTS.map((result) => ({
                      value: result,
                      text: t(`codes.asked_result.${result}`),
                    })),
                  },
                ]}
              />,
            ]
      })}
    </>
  )
}

/** The facts that this case has, and that can be asked for. */
export function knownFacts(t: Translator, facts: AskableFacts): readonly IdentityFact[] {
  return IDENTITY_FACTS.filter((fact) => knownWords(t, fact, facts).length > 0)
}

function knownWords(t: Translator, fact: IdentityFact, facts: AskableFacts): readonly string[] {
  switch (fact) {
    case 'received_month':
      return [formatMonth(facts.receivedAt.toISOString().slice(0, 7), t.locale)]
    case 'origin':
      return facts.origin === null ? [] : [codeWord(t, 'origin', facts.origin)]
    case 'scheme':
      return facts.scheme === null ? [] : [schemeWord(t, facts.scheme)]
    case 'language':
      return [languageWord(t, facts.language)]
    case 'party_name':
      return facts.partyNames
    case 'amount':
      return facts.amounts.map(({ amountMinor, currency }) => formatMoney(amountMinor, currency, t.locale))
    case 'paid_month':
      return facts.paidOn.flatMap((on) => partialDate(t, on) ?? [])
    case 'matter':
      return facts.matters.map((code) => codeWord(t, 'grievance', code))
    case 'safe_times':
      return facts.safeTimes === null ? [] : [facts.safeTimes]
    default:
      throw new Error(`unhandled fact ${String(fact satisfies never)}`)
  }
}
