import { OFFER_ANSWER_DAYS, OFFER_TEXT_VERSION } from '@/lib/domain/remedies/offer'
import { endOfDay } from '@/lib/domain/remedies/schedule'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { offerFingerprint } from '@/lib/usecases/remedies/fingerprint'
import type { DemoCase } from './demo-case'
import type { DeadlineRow } from './history-deadlines'
import type { Part, Parts, Row } from './history-parts'
import type { AskAct, OfferAct } from './remedy-acts'

const DAY_MS = 86_400_000
const UNANSWERED = { offered_at: null, offered_by_id: null, agreed_minor: null, agreed_jpy: null, answer_due_at: null }
const UNTOLD = { sealed_terms: null, terms_language: null, fingerprint: null, text_version: null }
const UNDONE = { agreed_at: null, worker_accepted_at: null, accepted_how: null, witness_staff_id: null }
const UNCONFIRMED = { worker_confirmed_at: null, confirmed_how: null, confirm_witness_id: null }

/** Writes what happens to a remedy into the rows it leaves; `clocks` are those of its answer and its parts. */
export function remedyWriter(demoCase: DemoCase, seal: CaseSeal, parts: Parts, clocks: DeadlineRow[]) {
  const { id: case_id, officer, language: terms_language } = demoCase
  const change = (part: Part, id: unknown, columns: Row) => {
    const index = parts[part].findIndex((row) => row['id'] === id)
    parts[part][index] = { ...parts[part][index], ...columns }
  }
  const remedy = () => parts.remedy.at(-1) ?? {}
  const instalment = (part: number) => parts.repayment.filter((row) => row['remedy_id'] === remedy()['id'])[part] ?? {}
  const clock = (kind: 'remedy_answer' | 'repayment_due', subject_id: string, due_at: Date, created_at: Date) => {
    const owner_kind = kind === 'remedy_answer' ? 'worker' : 'party'
    clocks.push({
      id: newId(),
      case_id,
      kind,
      subject_id,
      owner_kind,
      due_at,
      paused_at: null,
      met_at: null,
      created_at,
    })
  }
  const setMet = (subject_id: unknown, met_at: Date) => {
    const index = clocks.findIndex((one) => one.subject_id === subject_id && one.met_at === null)
    const found = clocks[index]
    if (found) clocks[index] = { ...found, met_at }
  }
  return {
    ask({ type, role, claimedJpy }: AskAct, claimed_at: Date) {
      const id = newId()
      const money = { claimed_minor: claimedJpy, claimed_jpy: claimedJpy, currency: claimedJpy === null ? null : 'JPY' }
      const asked = {
        id,
        case_id,
        case_party_id: demoCase.parties[role] ?? null,
        type,
        request_id: newId(),
        claimed_at,
      }
      parts.remedy.push({
        ...asked,
        ...money,
        ...UNANSWERED,
        ...UNTOLD,
        ...UNDONE,
        ...UNCONFIRMED,
        delivered_at: null,
        version: 1,
      })
      return { remedyId: id, type, lane: null }
    },
    offer({ agreedJpy, dues, terms }: OfferAct, at: Date) {
      const { id, type, case_party_id } = remedy() as { id: string; type: AskAct['type']; case_party_id: string | null }
      const amount = agreedJpy === null ? null : ({ amountMinor: agreedJpy, currency: 'JPY' } as const)
      const content = {
        remedyId: id,
        type,
        casePartyId: case_party_id,
        amount,
        dues,
        terms,
        termsLanguage: terms_language,
      }
      const fingerprint = offerFingerprint(content)
      const answer_due_at = new Date(at.getTime() + OFFER_ANSWER_DAYS * DAY_MS)
      change('remedy', id, {
        agreed_minor: agreedJpy,
        agreed_jpy: agreedJpy,
        sealed_terms: seal.seal('remedy.sealed_terms', id, terms),
        terms_language,
        fingerprint,
        text_version: OFFER_TEXT_VERSION,
        offered_at: at,
        offered_by_id: officer.id,
        answer_due_at,
        version: 2,
      })
      for (const [position, { amountMinor, dueOn }] of dues.entries())
        parts.repayment.push({
          id: newId(),
          case_id,
          remedy_id: id,
          position,
          due_on: dueOn,
          amount_minor: amountMinor,
          currency: 'JPY',
          created_at: at,
          paid_on: null,
          jpy_minor: null,
          arrived_minor: null,
          arrived_jpy: null,
          ...UNCONFIRMED,
        })
      clock('remedy_answer', id, answer_due_at, at)
      return { remedyId: id, fingerprint, parts: dues.length }
    },
    accept(at: Date) {
      const { id, fingerprint } = remedy()
      change('remedy', id, {
        agreed_at: at,
        worker_accepted_at: at,
        accepted_how: 'told_to_officer',
        witness_staff_id: officer.id,
      })
      setMet(id, at)
      for (const row of parts.repayment)
        clock('repayment_due', row['id'] as string, endOfDay(row['due_on'] as string), at)
      return { remedyId: id, fingerprint, how: 'told_to_officer' }
    },
    pay(part: number, paid_on: string, created_at: Date) {
      const { id: repayment_id, amount_minor } = instalment(part)
      const paid = {
        id: newId(),
        case_id,
        repayment_id,
        paid_on,
        amount_minor,
        currency: 'JPY',
        jpy_minor: amount_minor,
      }
      parts.instalment_payment.push({
        ...paid,
        proof_seen: true,
        recorded_by_id: officer.id,
        request_id: newId(),
        created_at,
      })
      change('repayment', repayment_id, { paid_on, jpy_minor: amount_minor })
      setMet(repayment_id, created_at)
      if (parts.repayment.every((row) => row['paid_on'] !== null))
        change('remedy', remedy()['id'], { delivered_at: created_at })
      return { repaymentId: repayment_id }
    },
    arrival(part: number, arrived: 'yes' | 'no', answered_at: Date) {
      const { id: repayment_id, amount_minor, due_on } = instalment(part)
      const remedy_id = remedy()['id']
      parts.repayment_answer.push({
        id: newId(),
        case_id,
        remedy_id,
        repayment_id,
        arrived,
        request_id: newId(),
        answered_at,
      })
      if (arrived === 'yes') {
        const told = { worker_confirmed_at: answered_at, confirmed_how: 'tap', confirm_witness_id: null }
        change('repayment', repayment_id, { arrived_minor: amount_minor, arrived_jpy: amount_minor, ...told })
        setMet(repayment_id, answered_at)
      } else {
        change('repayment', repayment_id, { arrived_minor: 0n, arrived_jpy: 0n, ...UNCONFIRMED })
        change('remedy', remedy_id, UNCONFIRMED)
        clock('repayment_due', repayment_id as string, endOfDay(due_on as string), answered_at)
      }
      return { arrived }
    },
    /** All of it came, as the worker told the officer. */
    deliver(at: Date) {
      const told = { worker_confirmed_at: at, confirmed_how: 'told_to_officer', confirm_witness_id: officer.id }
      for (const { id, amount_minor } of parts.repayment)
        change('repayment', id, { arrived_minor: amount_minor, arrived_jpy: amount_minor, ...told })
      const { id, delivered_at } = remedy()
      change('remedy', id, { delivered_at: delivered_at ?? at, ...told })
    },
  }
}
