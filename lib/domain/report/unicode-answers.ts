import { unicodeBurmese } from '../writing/zawgyi'
import type { ReportAnswers } from './answers'

/** What was typed in another encoding, by the place in the report: `story`, `parties.0.name`. */
export type TypedFields = Readonly<Record<string, string>>

/**
 * The answers of a report with every text of the worker in Unicode, and what was typed where that was something else. Amounts
 * are read from their text before and stay as typed.
 */
export function unicodeAnswers(answers: ReportAnswers): { answers: ReportAnswers; typed: TypedFields } {
  const typed: Record<string, string> = {}
  const read = <T extends string | undefined>(place: string, text: T): T => {
    if (text === undefined) return text
    const found = unicodeBurmese(text)
    if (found.typed !== null) typed[place] = found.typed
    return found.text as T
  }
  return {
    answers: {
      ...answers,
      story: read('story', answers.story),
      parties: answers.parties.map((party, index) => ({ ...party, name: read(`parties.${index}.name`, party.name) })),
      fees: answers.fees.map((line, index) => ({
        ...line,
        payeeName: read(`fees.${index}.payeeName`, line.payeeName),
      })),
      contact: {
        ...answers.contact,
        detail: read('contact.detail', answers.contact.detail),
        safeTimes: read('contact.safeTimes', answers.contact.safeTimes),
      },
    },
    typed,
  }
}
