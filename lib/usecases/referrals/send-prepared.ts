import 'server-only'
import { cancelRequests } from '@/lib/data/consent-requests'
import { insertConsent, listConsents } from '@/lib/data/consents'
import type { CaseSeal } from '@/lib/data/case-keys'
import type { PreparedReferral } from '@/lib/data/case-state'
import { listSharedFiles } from '@/lib/data/evidence'
import { replacePack } from '@/lib/data/referral-packs'
import { updateReferralSent } from '@/lib/data/referrals'
import { insertShare } from '@/lib/data/referral-shares'
import { endSubjectDeadline } from '@/lib/data/subject-deadlines'
import type { Scoped } from '@/lib/data/within'
import type { CaseHead } from '@/lib/domain/case-file'
import { CONSENT_DEFAULT_DAYS, CONSENT_TEXT_VERSION } from '@/lib/domain/consents'
import { fileOfItem, goesAlong, vitalItems } from '@/lib/domain/referral/data-items'
import { hasScanner } from '../files/scan-file'
import { makePackFiles } from './make-pack-files'
import type { ReferralOfMove } from './referral-of-move'

type On = Scoped<'case.change_state'>

/** A prepared referral on its way out, and the ground it goes on: a yes that was there, one told now, or two people. */
export type Sending = {
  readonly head: CaseHead
  readonly caseSeal: CaseSeal
  readonly prepared: PreparedReferral
  readonly consentId: string | null
  readonly isToldNow: boolean
  readonly approvedById: string | null
  readonly referral: ReferralOfMove | undefined
  readonly at: Date
}

/**
 * Sends what was prepared, in the transaction of the move. Without a yes only what saves a life goes. The pack of an outside body
 * was made before and is kept as it went; another office gets a share of its own.
 */
export async function sendPrepared(on: On, sending: Sending): Promise<void> {
  const { head, caseSeal, prepared, referral, at } = sending
  const told = sending.consentId === null && sending.isToldNow ? await recordTold(on, sending) : null
  const consentId = sending.consentId ?? told
  const dataItems = consentId === null ? vitalItems(prepared.dataItems) : prepared.dataItems
  const deciders =
    consentId === null ? [on.grant.actor.id, ...(sending.approvedById ? [sending.approvedById] : [])] : []
  const words = referral?.words
  let content = null
  // A pack that was made before goes as it is, unless it was made on other grounds, or what goes has become less since.
  const isStale = prepared.consentId !== consentId || dataItems.length < prepared.dataItems.length
  if (words && (prepared.packedAt === null || prepared.toOfficeId !== null || isStale)) {
    const consent = (await listConsents(on, head.id)).find(({ id }) => id === consentId)
    const made = await makePackFiles(on, caseSeal, {
      referralId: prepared.id,
      purpose: prepared.purpose,
      agreed: dataItems,
      basis: consentId === null ? 'vital_interest' : 'consent',
      consentUntil: consent?.expiresAt ?? null,
      words,
      at,
    })
    await replacePack(on, caseSeal, prepared.id, made.files, at)
    content = made
  }
  await updateReferralSent(on, prepared.id, {
    consentId,
    vitalInterestByIds: deciders,
    dataItems,
    sentHow: prepared.toOfficeId === null ? (referral?.sentHow ?? null) : 'office',
    sentAt: at,
  })
  for (const id of await cancelRequests(on, prepared.id, at))
    await endSubjectDeadline(on, head.id, 'consent_request', id, 'cancelled', at)
  if (prepared.toOfficeId === null) return
  if (content === null) throw new Error('another office gets a pack, never the case')
  const ids = dataItems.flatMap((item) => fileOfItem(item) ?? [])
  await insertShare(on, {
    caseId: head.id,
    referralId: prepared.id,
    toOfficeId: prepared.toOfficeId,
    purpose: prepared.purpose,
    content: {
      pack: content.pack,
      pdfs: Object.fromEntries(
        content.files
          .filter(({ format }) => format === 'pdf')
          .map(({ language, bytes }) => [language, Buffer.from(bytes).toString('base64')]),
      ),
      files: (await listSharedFiles(on, caseSeal, ids))
        .filter(({ scan }) => goesAlong(scan, hasScanner()))
        .map(({ id, kind, format, name, storageKey, keyText, sha256 }) => ({
          id,
          kind,
          format,
          name,
          storageKey,
          keyText,
          sha256,
        })),
    },
    createdAt: at,
  })
}

/** The worker said yes to the officer: to this recipient, this purpose and these data, for as long as a consent lasts. */
function recordTold(on: On, { head, prepared, at }: Sending): Promise<string> {
  return insertConsent(on, head.id, {
    kind: 'send_to_body',
    recipientBody: prepared.bodyCode,
    purpose: prepared.purpose,
    dataItems: prepared.dataItems,
    language: head.language,
    textVersion: CONSENT_TEXT_VERSION,
    method: 'told_to_officer',
    witnessStaffId: on.grant.actor.id,
    givenAt: at,
    expiresAt: new Date(at.getTime() + CONSENT_DEFAULT_DAYS * 86_400_000),
  })
}
