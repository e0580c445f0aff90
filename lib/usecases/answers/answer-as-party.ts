import 'server-only'
import type { Grant } from '@/lib/access/grant'
import {
  findAnswerDraft,
  findAskedQuestion,
  insertPartyAnswer,
  keepAnswerDraft,
  type AskedQuestion,
} from '@/lib/data/party-requests'
import { addWrongTry } from '@/lib/data/throttle'
import { within } from '@/lib/data/within'
import type { PartyAnswer } from '@/lib/domain/answers/answer'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { slowedTries } from '../abuse/slowed-try'

/** Who may wait at once because of wrong links: of one network, and of all. */
const slowed = slowedTries('party-link', { ofNetwork: 20, inAll: 200 })

type Passes = { readonly door: Grant<'door.look_up'>; readonly party: Grant<'party_request.answer'> }
/** `network`: where the try comes from; only its hash of the day is kept. */
type Link = { readonly token: string; readonly network: string }
/** What a party typed into its form, by field. */
export type AnswerDraft = Readonly<Record<string, string>>

/**
 * The question behind a link, or null: unknown, used, withdrawn and run out are told apart for nobody. Wrong links make the next
 * ones of the same network slower, as wrong secret codes do.
 */
export async function openQuestion({ door, party }: Passes, { token, network }: Link): Promise<AskedQuestion | null> {
  const { tries, went } = await slowed(door, network)
  if (!went) return null
  const question = await within(party, (on) => findAskedQuestion(on, token))
  if (!question) await within(door, (on) => addWrongTry(on, tries))
  return question
}

/** What was begun and kept behind a link that was opened just now; null when there is nothing. */
export function readAnswerDraft(party: Grant<'party_request.answer'>, token: string): Promise<AnswerDraft | null> {
  return within(party, (on) => findAnswerDraft(on, token))
}

/** Keeps what was begun, unsent, for whoever opens the link next; it goes with the link. Officers never see it. */
export async function keepForLater(
  passes: Passes,
  link: Link,
  draft: AnswerDraft,
): Promise<Result<void, { readonly code: 'link_over' }>> {
  if (!(await openQuestion(passes, link))) return err({ code: 'link_over' })
  const isKept = await within(passes.party, (on) => keepAnswerDraft(on, link.token, draft, now()))
  return isKept ? ok(undefined) : err({ code: 'link_over' })
}

/** Puts the one answer; from then on the link shows nothing. */
export async function answerAsParty(
  passes: Passes,
  link: Link,
  answer: PartyAnswer,
): Promise<Result<void, { readonly code: 'link_over' }>> {
  if (!(await openQuestion(passes, link))) return err({ code: 'link_over' })
  const isIn = await within(passes.party, (on) => insertPartyAnswer(on, link.token, answer, now()))
  return isIn ? ok(undefined) : err({ code: 'link_over' })
}
