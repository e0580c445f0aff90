import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { listRecipientOffices, type RecipientOffice } from '@/lib/data/processing'
import { within } from '@/lib/data/within'
import { mailMode, type MailMode } from '@/lib/mail/send'
import { env } from '@/lib/platform/env'

/** What the register of processing says of this installation. */
export type Installation = {
  readonly offices: readonly RecipientOffice[]
  /** Where data rests, as the operator says; null where nobody said it. */
  readonly dataLocation: string | null
  readonly filesIn: 'folder' | 'bucket'
  readonly mail: MailMode
  readonly contact: string | null
}

/** What of the register follows from the settings and the offices. `use`: shown, or taken along, which is written down. */
export function readProcessing(grant: Grant<'processing.read'>, use: 'page' | 'csv' | 'json'): Promise<Installation> {
  return within(grant, async (on) => {
    const { DATA_LOCATION, FILES_S3, SECURITY_CONTACT } = env()
    if (use !== 'page') await appendAudit(on, grant.actor.officeId, 'processing.exported', { detail: { format: use } })
    return {
      offices: await listRecipientOffices(on),
      dataLocation: DATA_LOCATION ?? null,
      filesIn: FILES_S3 === null ? 'folder' : 'bucket',
      mail: mailMode(),
      contact: SECURITY_CONTACT ?? null,
    }
  })
}
