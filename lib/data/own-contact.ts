import 'server-only'
import { CONTACT_CHANNELS, type ContactChannel } from '@/lib/domain/report/contact-channels'
import type { ContactAnswer } from '@/lib/domain/report/answers'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** How the worker can be reached without harm, as it was told last. */
export async function findOwnContact(
  on: Scoped<'own_case.read' | 'own_case.write'>,
  caseSeal: CaseSeal,
): Promise<ContactAnswer> {
  const row = await on.db.casePerson.findFirst({
    where: { caseId: caseSeal.caseId, kind: 'worker' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const channel = CONTACT_CHANNELS.find((code) => code === row?.contactChannel) ?? 'here_only'
  if (!row) return { channel }
  const open = (column: string, sealed: Uint8Array | null) =>
    sealed === null ? undefined : caseSeal.unseal(`case_person.${column}`, row.id, sealed)
  return {
    channel,
    detail: open('sealed_contact', row.sealedContact),
    safeTimes: open('sealed_safe_times', row.sealedSafeTimes),
    mayLeaveMessage: row.mayLeaveMessage ?? undefined,
  }
}

/** Another way to reach the worker; what was there before is gone. Returns the channel of before. */
export async function updateOwnContact(
  on: Scoped<'own_case.write'>,
  caseSeal: CaseSeal,
  contact: ContactAnswer,
): Promise<ContactChannel | null> {
  const row = await on.db.casePerson.findFirst({
    where: { caseId: caseSeal.caseId, kind: 'worker' },
    select: { id: true, contactChannel: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  if (!row) return null
  const sealed = (column: string, text: string | undefined) =>
    text ? caseSeal.seal(`case_person.${column}`, row.id, text) : null
  await on.db.casePerson.updateMany({
    where: { id: row.id },
    data: {
      contactChannel: contact.channel,
      sealedContact: sealed('sealed_contact', contact.detail),
      sealedSafeTimes: sealed('sealed_safe_times', contact.safeTimes),
      mayLeaveMessage: contact.mayLeaveMessage ?? null,
    },
  })
  return CONTACT_CHANNELS.find((code) => code === row.contactChannel) ?? null
}
