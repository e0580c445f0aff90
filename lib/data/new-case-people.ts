import 'server-only'
import type { OriginCode } from '@/lib/domain/countries'
import type { PartyRole } from '@/lib/domain/fees/payees'
import { foldPartyName, isTellingPartyName } from '@/lib/domain/party-name'
import type { IntakeChannel } from '@/lib/domain/report/contact-channels'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { NOTHING_TOLD } from '@/lib/domain/report/person-facts'
import { newId } from '@/lib/platform/ids'
import { hashPartyName } from '@/lib/sealing/blind-index'
import type { CaseSeal } from '@/lib/sealing/case-seal'

/** The people and words of a report. */
export type ReportedPeople = {
  readonly answers: ReportAnswers
  readonly locale: string
  readonly channel: IntakeChannel
  /** Somebody else told it: an organisation, or a file that an officer brought in. */
  readonly isToldByOthers?: boolean | undefined
  readonly receivedAt: Date
}

/** The story, in the language of the report. */
export function statementRows(caseSeal: CaseSeal, { answers, locale, receivedAt }: ReportedPeople) {
  const { story } = answers
  if (!story) return []
  const id = newId()
  return [
    {
      id,
      caseId: caseSeal.caseId,
      authorKind: 'worker',
      language: locale,
      sealedText: caseSeal.seal('statement.sealed_text', id, story),
      createdAt: receivedAt,
    },
  ]
}

/** The worker and, when somebody else told it, that somebody did: nothing leaves the house until the worker confirms. */
export function personRows(
  caseSeal: CaseSeal,
  { answers, locale, channel: cameBy, isToldByOthers, receivedAt }: ReportedPeople,
) {
  const id = newId()
  const { channel, detail, safeTimes, mayLeaveMessage } = answers.contact
  const sealed = (column: string, text: string | undefined) =>
    text ? caseSeal.seal(`case_person.${column}`, id, text) : null
  const worker = {
    id,
    caseId: caseSeal.caseId,
    kind: 'worker',
    contactChannel: channel,
    sealedContact: sealed('sealed_contact', detail),
    sealedSafeTimes: sealed('sealed_safe_times', safeTimes),
    mayLeaveMessage: mayLeaveMessage ?? null,
    language: locale,
    ...(answers.person ?? NOTHING_TOLD),
    createdAt: receivedAt,
  }
  if (cameBy !== 'ngo' && !isToldByOthers) return [worker]
  const nothingKnown = {
    contactChannel: null,
    sealedContact: null,
    sealedSafeTimes: null,
    mayLeaveMessage: null,
    language: null,
    ...NOTHING_TOLD,
  }
  return [worker, { ...worker, ...nothingKnown, id: newId(), kind: 'proxy' }]
}

/** Who stood between the worker and the job; the name sealed, and its keyed hash to find the same party in other cases, where it says enough. */
export function partyRows(caseSeal: CaseSeal, { answers, receivedAt }: ReportedPeople) {
  return answers.parties.map(({ role, name }, index) => {
    const id = newId()
    return {
      id,
      caseId: caseSeal.caseId,
      role,
      position: index + 1,
      sealedNameAsGiven: name ? caseSeal.seal('case_party.sealed_name_as_given', id, name) : null,
      nameKey: nameKeyOf(role, name ?? '', answers.origin),
      createdAt: receivedAt,
    }
  })
}

function nameKeyOf(role: PartyRole, name: string, origin: OriginCode | undefined) {
  if (origin === undefined || !isTellingPartyName(role, name)) return null
  return hashPartyName({ origin, role, folded: foldPartyName(name) })
}
