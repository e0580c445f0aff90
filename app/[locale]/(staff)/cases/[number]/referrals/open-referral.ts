import 'server-only'
import { recipientWord } from '@/components/case/referral-words'
import type { Grant } from '@/lib/access/grant'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findCaseHead } from '@/lib/data/case-page'
import { findOffice } from '@/lib/data/offices'
import { findReferral, type Referral } from '@/lib/data/referrals'
import { within, type Scoped } from '@/lib/data/within'
import { inEach, packLabels, packPrintWords } from '@/lib/i18n/pack-words'
import { translatorFor } from '@/lib/i18n/translate'
import type { PackWords } from '@/lib/usecases/referrals/referral-of-move'

/** A referral of a case with the name of the office it goes to, if it is one; `current` names the one that waits. */
export async function findNamedReferral(
  on: Scoped<'case.change_state'>,
  caseId: string,
  id: string,
): Promise<{ referral: Referral; officeName: string | null } | null> {
  const seal = await findCaseSeal(on, caseId)
  if (!seal) return null
  const real = id === 'current' ? await latestReferral(on, caseId) : id
  const referral = real && /^[0-9a-f-]{36}$/.test(real) ? await findReferral(on, seal, real) : null
  if (!referral) return null
  const office = referral.toOfficeId === null ? null : await findOffice(on, referral.toOfficeId)
  return { referral, officeName: office?.name ?? null }
}

/** The words of the pack of a referral; null when there is no such referral in the office. */
export async function packWordsOf(
  grant: Grant<'case.change_state'>,
  number: string,
  id: string,
): Promise<(PackWords & { readonly isOutside: boolean }) | null> {
  const found = await within(grant, async (on) => {
    const head = await findCaseHead(on, number)
    return head && findNamedReferral(on, head.id, id)
  })
  if (!found) return null
  const { referral, officeName } = found
  return {
    isOutside: referral.toOfficeId === null,
    labels: packLabels,
    print: packPrintWords,
    recipient: inEach((language) => recipientWord(translatorFor(language), referral.recipient, officeName)),
  }
}

async function latestReferral(on: Scoped<'case.change_state'>, caseId: string): Promise<string | null> {
  const row = await on.db.referral.findFirst({
    where: { caseId },
    select: { id: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return row?.id ?? null
}
