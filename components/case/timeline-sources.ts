import type { CaseEvent, CaseFile, StaffName } from '@/lib/domain/case-file'
import type { TimelineEntry, TimelineKind } from '@/lib/domain/case-timeline'
import type { Translator } from '@/lib/i18n/translate'
import { remedyEntries, repaymentEntries } from './timeline-outcomes'
import { judgementEntries, taskEntries, translationEntries } from './timeline-work'
import { bodyWord, codeWord, wordOf } from './words'

/** What one part of a case tells to its timeline. A feature adds its own as one line of SOURCES. */
type Source = (t: Translator, file: CaseFile) => readonly TimelineEntry[]

/** Rows tell more than the trail: where both speak of the same thing, the row does. */
export const SOURCES: readonly Source[] = [
  moveEntries,
  messageEntries,
  noteEntries,
  fileEntries,
  consentEntries,
  referralEntries,
  remedyEntries,
  repaymentEntries,
  translationEntries,
  judgementEntries,
  taskEntries,
  eventEntries,
]

/** Events that a row of the case tells already. */
const TOLD_BY_ROWS: readonly string[] = [
  'case.received',
  'case.state_changed',
  'message.to_worker',
  'message.from_worker',
  'note.written',
  'evidence.added',
  'evidence.removed',
  'consent.given',
  'consent.withdrawn',
  'translation.added',
  'translation.changed',
  'sign.judged',
  'sign.added',
  'task.added',
  'task.done',
  'remedy.accepted',
]

const READINGS: readonly string[] = ['case.read', 'case.printed', 'evidence.opened', 'evidence.previewed']

/** The kind of an event by the first word of its action; what nobody named is `other`. */
const KIND_OF: Readonly<Record<string, TimelineKind>> = {
  fee_line: 'ledger',
  loan: 'ledger',
  wages: 'ledger',
  placement: 'ledger',
  fees: 'ledger',
  message: 'message',
  consent: 'consent',
  referral: 'referral',
  share: 'referral',
  remedy: 'remedy',
  repayment: 'remedy',
  evidence: 'file',
  party: 'party',
  response: 'party',
  sign: 'sign',
  task: 'task',
  translation: 'translation',
  note: 'note',
  break_glass: 'reading',
}

function eventKind(action: string): TimelineKind {
  if (READINGS.includes(action)) return 'reading'
  if (action === 'case.fees_reassessed') return 'ledger'
  if (action.startsWith('case.')) return 'state'
  return KIND_OF[action.slice(0, action.indexOf('.'))] ?? 'other'
}

function eventEntries(t: Translator, file: CaseFile): readonly TimelineEntry[] {
  return file.events
    .filter(({ action }) => !TOLD_BY_ROWS.includes(action))
    .map((event) => ({
      id: `event ${event.id}`,
      kind: eventKind(event.action),
      at: event.at,
      what: eventWords(t, event),
      who: whoWord(t, event.actorKind, event.by),
    }))
}

function eventWords(t: Translator, event: CaseEvent): string {
  const words = wordOf(t, `cases.event_${event.action.replaceAll('.', '_')}`, event.action)
  const to = event.detail['to']
  return event.action === 'case.severity_changed' && typeof to === 'string'
    ? `${words}: ${codeWord(t, 'severity', to)}`
    : words
}

function moveEntries(t: Translator, file: CaseFile): readonly TimelineEntry[] {
  return file.moves.map((move) => {
    const state = codeWord(t, 'state', move.toState)
    const what = move.closingCode === null ? state : `${state}: ${codeWord(t, 'closing_code', move.closingCode)}`
    return { id: `move ${move.id}`, kind: 'state', at: move.movedAt, what, who: whoWord(t, move.byKind, move.by) }
  })
}

function messageEntries(t: Translator, file: CaseFile): readonly TimelineEntry[] {
  return file.messages.map((message) => {
    const isWorkers = message.direction === 'from_worker'
    return {
      id: `message ${message.id}`,
      kind: 'message',
      at: message.sentAt,
      what: t(isWorkers ? 'cases.timeline_message_from' : 'cases.timeline_message_to'),
      who: isWorkers ? t('cases.worker') : (message.author?.displayName ?? t('cases.system')),
      href: `#message-${message.id}`,
      said: message.text === '' ? undefined : { text: message.text, lang: message.language },
    }
  })
}

function noteEntries(t: Translator, file: CaseFile): readonly TimelineEntry[] {
  return file.notes.map((note) => ({
    id: `note ${note.id}`,
    kind: 'note',
    at: note.createdAt,
    what: t(note.kind === 'reason' ? 'cases.timeline_note_reason' : 'cases.timeline_note'),
    who: note.author?.displayName ?? null,
    said: { text: note.text, lang: '' },
  }))
}

function fileEntries(t: Translator, file: CaseFile): readonly TimelineEntry[] {
  return file.files.flatMap((one) => {
    const kind = codeWord(t, 'file_purpose', one.kind)
    const who = one.addedBy?.displayName ?? t('cases.worker')
    const added = {
      id: `file ${one.id}`,
      kind: 'file',
      at: one.addedAt,
      what: t('cases.timeline_file', { kind }),
      who,
    } as const
    if (one.removedAt === null) return [added]
    const what = t('cases.timeline_file_gone', { kind })
    return [
      added,
      { id: `file-gone ${one.id}`, kind: 'file', at: one.removedAt, what, who: t('cases.worker') } as const,
    ]
  })
}

function consentEntries(t: Translator, file: CaseFile): readonly TimelineEntry[] {
  return file.consents.flatMap((consent) => {
    const kind = wordOf(t, `cases.consent_${consent.kind}`, consent.kind)
    const what = consent.recipientBody === null ? kind : `${kind}: ${bodyWord(t, consent.recipientBody)}`
    const who = t('cases.worker')
    const given = {
      id: `consent ${consent.id}`,
      kind: 'consent',
      at: consent.givenAt,
      what: t('cases.timeline_consent_given', { what }),
      who,
    } as const
    return consent.withdrawnAt === null
      ? [given]
      : [
          given,
          {
            ...given,
            id: `consent-gone ${consent.id}`,
            at: consent.withdrawnAt,
            what: t('cases.timeline_consent_withdrawn', { what }),
          },
        ]
  })
}

function referralEntries(t: Translator, file: CaseFile): readonly TimelineEntry[] {
  return file.referrals.flatMap((referral) => {
    const body = referral.bodyCode === null ? t('cases.other_office') : bodyWord(t, referral.bodyCode)
    const steps = [
      ['prepared', referral.createdAt],
      ['sent', referral.sentAt],
      ['answered', referral.answeredAt],
    ] as const
    return steps.flatMap(([step, at]) =>
      at === null
        ? []
        : [
            {
              id: `referral-${step} ${referral.id}`,
              kind: 'referral' as const,
              at,
              what: t(`cases.timeline_referral_${step}`, { body }),
              who: null,
            },
          ],
    )
  })
}

function whoWord(t: Translator, kind: string, by: StaffName | null): string {
  if (by) return by.displayName
  return t(kind === 'worker' || kind === 'reporter' ? 'cases.worker' : 'cases.system')
}
