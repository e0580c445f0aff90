import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { submitReport } from '@/lib/usecases/submit-report'
import { anOffice, aReport, reporterGrant } from './builders'
import { ownerPool, ownerUrl } from './database'

/** A case of one office with a row in every table of the ledger, one of them edited, and a second office. */
export async function aToldLedger(): Promise<{ officeId: string; otherOfficeId: string; caseId: string }> {
  await loadReferenceData(ownerUrl)
  const officeId = await anOffice('helpdesk', { isDefaultIntake: true })
  const otherOfficeId = await anOffice('union')
  const sent = await submitReport(reporterGrant(), {
    answers: aReport({
      grievances: ['fees_debt', 'document_retention'],
      debt: { borrowed: 'yes', owedMinor: '50000000', currency: 'VND' },
      pay: { contractMonths: 36, contractWageMinor: '170000', currency: 'JPY' },
    }),
    locale: 'vi',
    channel: 'web',
    token: null,
  })
  if (!sent.ok) throw new Error(sent.error.code)
  const caseId = (await ownerPool().query<{ id: string }>('SELECT id FROM cases')).rows[0]?.id ?? ''
  await ownerPool().query(
    `INSERT INTO ledger_revision (id, case_id, subject, subject_id, change, sealed_before, changed_by_kind, changed_by_id, changed_at)
     SELECT gen_random_uuid(), case_id, 'fee_line', id, 'changed', '\\x00', 'staff', gen_random_uuid(), now() FROM fee_line`,
  )
  return { officeId, otherOfficeId, caseId }
}
