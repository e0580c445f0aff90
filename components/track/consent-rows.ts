import { ANSWER_PURPOSE } from '@/lib/domain/answers/request'
import { CONSENT_KINDS, isAgreed, isConsentValid, type ConsentDates, type ConsentKind } from '@/lib/domain/consents'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { bodyName } from './who-knows'

/** A consent as the worker's page gets it. */
export type GivenConsent = ConsentDates & {
  /** Of another office of this system. */
  readonly officeName?: string | null
  readonly id: string
  readonly kind: ConsentKind
  readonly recipientBody: string | null
  readonly purpose: string | null
  readonly method: string
}

/** The case as far as its consents go: who told it, and when. */
type Came = { readonly isByProxy: boolean; readonly receivedAt: Date }

/** One line of the list: what, the answer in words, the consent to take back when it holds now, what can be agreed to. */
export type ConsentRow = {
  readonly name: string
  readonly answer: string
  readonly withdrawable: string | null
  readonly givable: ConsentKind | null
}

/** Everything that can be agreed to, with what the worker said; sending to an office stands once for each office. */
export function consentRows(t: Translator, came: Came, consents: readonly GivenConsent[], at: Date): ConsentRow[] {
  return CONSENT_KINDS.flatMap((kind) => {
    const canSayYes = kind !== 'send_to_body' && !isAgreed(kind, { ...came, consents }, at)
    const givable = canSayYes ? kind : null
    // What single parties may be told stands on a page of its own.
    const given = consents.filter((consent) => consent.kind === kind && consent.purpose !== ANSWER_PURPOSE)
    const recipients = [...new Set(given.map(({ recipientBody }) => recipientBody))]
    if (recipients.length === 0)
      return [{ name: t(`codes.consent_kind.${kind}`), answer: t('track.consent_no'), withdrawable: null, givable }]
    return recipients.map((recipient) => {
      // The latest word counts: a yes after a taken-back yes is a yes.
      const latest = given.findLast(({ recipientBody }) => recipientBody === recipient)
      const holds = latest !== undefined && isConsentValid(latest, at)
      return {
        name: consentName(t, kind, recipient, latest?.officeName ?? null),
        answer:
          holds && givable ? t('track.consent_by_other') : latest ? answerOf(t, latest, at) : t('track.consent_no'),
        withdrawable: holds ? latest.id : null,
        givable,
      }
    })
  })
}

/** What was agreed to, in the worker's words. */
export function consentName(
  t: Translator,
  kind: ConsentKind,
  recipientBody: string | null,
  officeName: string | null = null,
): string {
  return recipientBody === null
    ? t(`codes.consent_kind.${kind}`)
    : t('track.consent_send_to_body', { body: bodyName(t, recipientBody, officeName) })
}

function answerOf(t: Translator, consent: GivenConsent, at: Date): string {
  const day = (instant: Date) => formatDayOf(instant, t.locale)
  if (consent.withdrawnAt !== null) return t('track.consent_withdrawn', { day: day(consent.withdrawnAt) })
  if (consent.expiresAt === null) return t('track.consent_yes_since', { day: day(consent.givenAt) })
  return t(isConsentValid(consent, at) ? 'track.consent_yes_until' : 'track.consent_ran_out', {
    day: day(consent.expiresAt),
  })
}
