import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findCaseSeal } from '@/lib/data/case-keys'
import { listOwnParties, type OwnParty } from '@/lib/data/case-parties'
import { listCorrections } from '@/lib/data/corrections'
import { findOwnCase, type OwnCase } from '@/lib/data/own-case'
import { listOwnFeeLines, type OwnFeeLine } from '@/lib/data/own-fee-lines'
import { findOwnContact } from '@/lib/data/own-contact'
import { findOwnContractMonths, listOwnLoans, listOwnWages, type OwnLoan, type OwnWage } from '@/lib/data/own-pay'
import { findTellingPerson, type TellingPerson } from '@/lib/data/person-facts'
import { within } from '@/lib/data/within'
import type { CaseCorrection } from '@/lib/domain/corrections'
import type { ContactAnswer } from '@/lib/domain/report/answers'

/** What the office has written down of the worker's own report. */
export type OwnFacts = {
  readonly own: OwnCase
  readonly contact: ContactAnswer
  readonly parties: readonly OwnParty[]
  readonly feeLines: readonly OwnFeeLine[]
  readonly loans: readonly OwnLoan[]
  readonly wages: readonly OwnWage[]
  readonly contractMonths: number | null
  /** Who the worker is, as the worker or an officer said it; null without a yes to statistics. */
  readonly person: Pick<TellingPerson, 'version' | 'facts'> | null
  readonly corrections: readonly CaseCorrection[]
}

/** The facts of the own report, with what the worker said is wrong with them; null when the case was erased. */
export function readOwnFacts(grant: Grant<'own_case.read'>): Promise<OwnFacts | null> {
  return within(grant, async (on) => {
    const own = await findOwnCase(on)
    const caseSeal = own && (await findCaseSeal(on, own.id))
    if (!own || !caseSeal) return null
    const person = await findTellingPerson(on, own.id)
    return {
      own,
      contact: await findOwnContact(on, caseSeal),
      parties: await listOwnParties(on, caseSeal),
      feeLines: await listOwnFeeLines(on, caseSeal),
      loans: await listOwnLoans(on, caseSeal),
      wages: await listOwnWages(on),
      contractMonths: await findOwnContractMonths(on),
      person: person?.isCounted ? { version: person.version, facts: person.facts } : null,
      corrections: await listCorrections(on, caseSeal),
    }
  })
}
