import { randomUUID } from 'node:crypto'
import { grantOpen } from '@/lib/access/grant'
import { findCaseSeal } from '@/lib/data/case-keys'
import { listRemedyRecords } from '@/lib/data/remedy-records'
import { within } from '@/lib/data/within'
import type { Money } from '@/lib/domain/money/money'
import type { Remedy } from '@/lib/domain/remedies/remedy'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { confirmArrival } from '@/lib/usecases/confirm-arrival'
import { recordToldAnswer } from '@/lib/usecases/remedies/answer-offer'
import { claimRemedy } from '@/lib/usecases/remedies/claim-remedy'
import { offerRemedy } from '@/lib/usecases/remedies/offer-remedy'
import { recordPayment } from '@/lib/usecases/remedies/record-payment'
import { expectOk, permitted } from '../permitted'
import type { DemoCase } from './demo-case'
import { WITNESS_NOTE, type RemedyAct } from './remedy-acts'

/** Does one thing to the remedy of a case, through the use cases that pages call. */
export async function performRemedyAct(demoCase: DemoCase, act: RemedyAct): Promise<void> {
  const { number, officer, language } = demoCase
  const grant = permitted(officer, 'case.write_remedies')
  const form = { number, requestId: randomUUID() }
  if (act.kind === 'ask') {
    const casePartyId = demoCase.parties[act.role] ?? null
    const amount = act.claimedJpy === null ? null : yen(act.claimedJpy)
    const claim = { ...form, type: act.type, casePartyId, lane: null, feeLineIds: [], amount }
    expectOk(await claimRemedy(grant, claim), act.kind)
    return
  }
  const remedy = await latest(demoCase)
  const remedyId = remedy.id
  const repaymentId = 'part' in act ? (remedy.instalments[act.part]?.id ?? '') : ''
  switch (act.kind) {
    case 'offer': {
      const amount = act.agreedJpy === null ? null : yen(act.agreedJpy)
      const { dues, terms } = act
      const offer = { ...form, remedyId, version: remedy.version, amount, dues, terms, staffTerms: '' }
      expectOk(await offerRemedy(grant, offer), act.kind)
      return
    }
    case 'accept': {
      const fingerprint = remedy.fingerprint ?? ''
      const told = { ...form, remedyId, fingerprint, isYes: true, words: WITNESS_NOTE }
      expectOk(await recordToldAnswer(grant, told), act.kind)
      return
    }
    case 'pay': {
      const amount = remedy.instalments[act.part]?.amount ?? yen(0n)
      const paid = { ...form, repaymentId, paidOn: act.paidOn, amount, evidenceId: null, proofSeen: true }
      expectOk(await recordPayment(grant, paid), act.kind)
      return
    }
    case 'arrival': {
      const { arrived } = act
      const notice = arrivalNotice(language, arrived)
      const answer = { requestId: form.requestId, remedyId, repaymentId, arrived, amount: null, notice, language }
      const own = grantOpen({ kind: 'worker', caseId: demoCase.id }, 'own_case.write')
      expectOk(await confirmArrival(own, answer), act.kind)
      return
    }
    default:
      throw new Error(`unhandled act ${JSON.stringify(act satisfies never)}`)
  }
}

/** What the thread says when a worker tells whether money came, in the worker's language. */
export function arrivalNotice(language: string, arrived: 'yes' | 'no'): string {
  return translatorFor(toLocale(language))(`track.arrived_notice_${arrived}`)
}

async function latest({ id, officer }: DemoCase): Promise<Remedy> {
  const remedies = await within(permitted(officer, 'case.write_remedies'), async (on) => {
    const seal = await findCaseSeal(on, id)
    return seal ? listRemedyRecords(on, seal) : []
  })
  const last = remedies.at(-1)
  if (!last) throw new Error('a case of the demonstration has no remedy')
  return last
}

function yen(amountMinor: bigint): Money {
  return { amountMinor, currency: 'JPY' }
}
