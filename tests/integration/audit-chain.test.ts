import { beforeAll, describe, expect, test } from 'vitest'
import { submitReport } from '@/lib/usecases/submit-report'
import { aReport, reporterGrant } from '../support/builders'
import { ownerPool } from '../support/database'
import { aToldLedger } from '../support/told-ledger'

let officeId = ''

beforeAll(async () => {
  ;({ officeId } = await aToldLedger())
})

describe('the audit chain', () => {
  test('fits, and says exactly where it was broken', async () => {
    for (let index = 0; index < 5; index += 1)
      await submitReport(reporterGrant(), { answers: aReport(), locale: 'vi', channel: 'web', token: null })
    const broken = async () =>
      (await ownerPool().query<{ seq: string | null }>('SELECT app.first_broken_audit($1) AS seq', [officeId])).rows[0]
        ?.seq
    expect(await broken()).toBeNull()
    await ownerPool().query('ALTER TABLE audit_event DISABLE TRIGGER audit_event_fixed')
    await ownerPool().query(`UPDATE audit_event SET detail = '{"channel": "paper"}' WHERE office_id = $1 AND seq = 3`, [
      officeId,
    ])
    await ownerPool().query('ALTER TABLE audit_event ENABLE TRIGGER audit_event_fixed')
    expect(await broken()).toBe('3')
  })
})
