import { grievance } from '@/lib/domain/grievances/catalog'
import type { Declaration } from '@/lib/domain/move-declarations'
import type { MoveRequest } from '@/lib/domain/workflow/facts'
import type { ClosingCode, RemedyType } from '@/lib/domain/workflow/outcomes'
import type { CaseState } from '@/lib/domain/workflow/states'
import type { DemoReport } from '../demo-report'
import type { Random } from '../random'
import type { LanguageWords } from '../words/language-words'
import { WITNESS_NOTE, type RemedyAct, type RemedyWish } from './remedy-acts'

/** What an officer adds to a move, beside the case and its version. */
export type MoveDetail = Omit<MoveRequest, 'role' | 'actorId' | 'at'> & {
  readonly declared?: readonly Declaration[]
  readonly remedy?: RemedyWish
}

/** One thing that happens in the life of a case: by its officer, or by the worker (`reply`, `appeal`). */
export type Act =
  | { readonly kind: 'take' }
  | { readonly kind: 'write'; readonly text: string }
  | { readonly kind: 'reply'; readonly text: string }
  | { readonly kind: 'move'; readonly to: CaseState; readonly detail: MoveDetail }
  | { readonly kind: 'appeal' }
  | RemedyAct

/** An act, and how many days after the one before it happens. */
export type PlannedAct = { readonly act: Act; readonly afterDays: readonly [from: number, to: number] }

/** An act and when it happens. */
export type DatedAct = { readonly act: Act; readonly moment: Date }

const act = (what: Act, from: number, to: number): PlannedAct => ({ act: what, afterDays: [from, to] })
const move = (to: CaseState, detail: MoveDetail, from: number, until: number) =>
  act({ kind: 'move', to, detail }, from, until)

/** The ways a case ends, how often in a hundred. */
const ENDINGS = { repaid: 24, investigated: 30, answered: 26, unreachable: 12, sent_on: 8 } as const

/** What happens to a case until it stands where it shall stand today, in order. */
export function planLife(report: DemoReport, words: LanguageWords, random: Random): PlannedAct[] {
  const acts = actsTo(report.course.state, report, words, random)
  const isMet = acts.length > 2
  return isMet && random.chance(0.3)
    ? [...acts.slice(0, 2), act({ kind: 'reply', text: random.pick(words.replies) }, 0.2, 2), ...acts.slice(2)]
    : acts
}

function actsTo(state: CaseState, report: DemoReport, words: LanguageWords, random: Random): PlannedAct[] {
  const { officer } = words
  const taken = [act({ kind: 'take' }, 0.05, 1.5)]
  const greeted = [...taken, act({ kind: 'write', text: officer.received }, 0.02, 0.8)]
  const assigned = [...greeted, move('assigned', {}, 0.1, 1.5)]
  const investigated = [...assigned, move('investigation', { reason: random.pick(PLANS) }, 0.5, 4)]
  const prepared = [
    ...investigated,
    move('referral_pending_consent', { bodyCode: bodyFor(report, random), dataScope: ['facts', 'fees'] }, 2, 10),
    act({ kind: 'write', text: officer.consentAsked }, 0.01, 0.2),
  ]
  const referred = [
    ...prepared,
    move('referred', { declared: ['consent_told'], reason: WITNESS_NOTE }, 1, 6),
    act({ kind: 'write', text: officer.referred }, 0.01, 0.5),
  ]
  const agreedTo = [
    ...investigated,
    move('remedy_agreed', { remedy: { type: remedyFor(report), terms: officer.remedyTerms } }, 10, 40),
  ]
  const delivered = [
    ...agreedTo,
    move('remedy_delivered', { declared: ['evidence_seen', 'worker_confirmed'], reason: WITNESS_NOTE }, 10, 40),
  ]
  switch (state) {
    case 'received':
      return []
    case 'triage':
      return random.chance(0.7) ? greeted : taken
    case 'awaiting_worker':
      return [
        ...(random.chance(0.5) ? greeted : assigned),
        move('awaiting_worker', { question: officer.question }, 0.1, 1),
      ]
    case 'assigned':
      return assigned
    case 'investigation':
      return investigated
    case 'mediation':
      return [
        ...investigated,
        move('mediation', { declared: ['worker_agreed', 'party_agreed'], remedy: asked(report) }, 5, 15),
      ]
    case 'referral_pending_consent':
      return prepared
    case 'referred':
      return referred
    case 'remedy_agreed':
      return agreedTo
    case 'remedy_delivered':
      return delivered
    case 'closed':
      return closedBy(
        random.weighted(ENDINGS),
        asked(report),
        { greeted, assigned, investigated, referred, delivered },
        officer,
        random,
      )
    case 'reopened':
      return [
        ...delivered,
        move('closed', { closingCode: 'remedied_partial', reason: officer.closed }, 1, 5),
        move('reopened', { reopeningReason: 'remedy_not_delivered', reason: random.pick(REOPENED) }, 5, 40),
      ]
    case 'appeal':
      return [
        ...investigated,
        move('closed', { closingCode: 'not_substantiated', reason: officer.closed }, 10, 25),
        act({ kind: 'appeal' }, 2, 15),
      ]
    default:
      throw new Error(`unhandled state ${String(state satisfies never)}`)
  }
}

type Parts = Readonly<Record<'greeted' | 'assigned' | 'investigated' | 'referred' | 'delivered', readonly PlannedAct[]>>

function closedBy(
  ending: keyof typeof ENDINGS,
  remedy: RemedyWish,
  parts: Parts,
  officer: LanguageWords['officer'],
  random: Random,
): PlannedAct[] {
  const close = (closingCode: ClosingCode, detail: MoveDetail = {}) =>
    move('closed', { closingCode, reason: officer.closed, ...detail }, 2, 15)
  switch (ending) {
    case 'repaid':
      return [...parts.delivered, close(random.chance(0.7) ? 'remedied_full' : 'remedied_partial')]
    case 'investigated': {
      const code = random.weighted({
        not_substantiated: 4,
        remedy_refused_by_party: 4,
        authority_proceeding: 3,
        returned_home_followup: 2,
      })
      return [...parts.investigated, close(code, code === 'remedy_refused_by_party' ? { remedy } : {})]
    }
    case 'answered':
      return [
        ...parts.referred,
        close(random.weighted({ referred_confirmed_outcome: 6, referred_no_feedback: 3, authority_proceeding: 2 }), {
          declared: ['body_answered'],
        }),
      ]
    case 'unreachable':
      return [
        ...parts.assigned,
        move('awaiting_worker', { question: officer.question }, 1, 6),
        move('closed', { closingCode: 'worker_unreachable', reason: officer.closed }, 15, 40),
      ]
    case 'sent_on':
      return [...parts.greeted, close('inadmissible_signposted', { signpost: 'JP_FRESC' })]
    default:
      throw new Error(`unhandled ending ${String(ending satisfies never)}`)
  }
}

/** A body in Japan that the grievances point to; never one of the worker's own state without being asked. */
function bodyFor(report: DemoReport, random: Random): string {
  return random.pick(report.answers.grievances.flatMap((code) => grievance(code).referJapan))
}

/** What is asked of a party that has not offered anything. */
function asked(report: DemoReport): RemedyWish {
  return { type: remedyFor(report), terms: null }
}

function remedyFor({ answers }: DemoReport): RemedyType {
  if (answers.grievances.includes('wages_unpaid') || answers.grievances.includes('wage_deductions'))
    return 'wage_payment'
  if (answers.grievances.includes('document_retention')) return 'document_return'
  return answers.grievances.includes('accommodation') ? 'housing_fix' : 'fee_repayment'
}

const PLANS = [
  'Compare the payments with the contract and the agency’s published fees; ask the worker for receipts.',
  'Check pay slips of the last six months against hours; no contact with the company yet.',
  'Look for other reports about the same sending organisation before any step outside.',
] as const
const REOPENED = ['The second instalment did not arrive.', 'The company paid back less than was agreed.'] as const
