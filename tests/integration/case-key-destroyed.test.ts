import { beforeAll, describe, expect, test } from 'vitest'
import { findCaseSeal } from '@/lib/data/case-keys'
import { within } from '@/lib/data/within'
import { aStaffMember, staffGrant, STORY } from '../support/builders'
import { ownerPool } from '../support/database'
import { aToldLedger } from '../support/told-ledger'

let officeId = ''
let caseId = ''

beforeAll(async () => {
  ;({ officeId, caseId } = await aToldLedger())
})

describe('destroying the key of a case', () => {
  test('erases its words, here and in a copy without keys', async () => {
    const supervisor = await aStaffMember(officeId, 'supervisor')
    const open = () =>
      within(staffGrant(supervisor, 'case.read'), async (on) => {
        const seal = await findCaseSeal(on, caseId)
        const statement = await on.db.statement.findFirstOrThrow({ where: { caseId } })
        return seal?.unseal('statement.sealed_text', statement.id, statement.sealedText)
      })
    expect(await open()).toBe(STORY)
    await ownerPool().query('DELETE FROM case_key WHERE case_id = $1', [caseId])
    expect(await open()).toBeUndefined()
    expect((await ownerPool().query('SELECT 1 FROM statement WHERE case_id = $1', [caseId])).rowCount).toBe(1)
  })
})
