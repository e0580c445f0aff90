import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { grantOpen } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { hashToken, newToken } from '@/lib/platform/token'
import { submitReport, submitWaitingReport } from '@/lib/usecases/submit-report'
import { anOffice, aReport, reporterGrant } from '../support/builders'
import { ownerUrl } from '../support/database'
import { aDraftHolder } from '../support/draft-files'
import { one } from '../support/own-case'

const OF_EACH_KIND = 5
const ROUNDS = 4

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
})

async function fromPage() {
  const { token } = await aDraftHolder()
  return () => submitReport(reporterGrant(token), { answers: aReport(), locale: 'vi', channel: 'web', token })
}

function fromPhone() {
  const token = newToken()
  const grant = grantOpen({ kind: 'reporter', caseId: randomUUID() }, 'report.submit', hashToken(token))
  return () => submitWaitingReport(grant, { answers: aReport(), locale: 'vi', token })
}

test('reports of pages and of phones that come at one moment do not stand in each other’s way', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const sendings = await Promise.all(
      Array.from({ length: OF_EACH_KIND }, async () => [await fromPage(), fromPhone()]),
    )
    const sent = await Promise.all(sendings.flat().map((send) => send()))
    expect(sent.map(({ ok }) => ok)).toEqual(sent.map(() => true))
  }
  const all = 2 * OF_EACH_KIND * ROUNDS
  expect(await one<number>('SELECT count(*)::int AS value FROM cases')).toBe(all)
  // And each is counted as begun and as sent.
  expect(await one<string>(`SELECT sum(started) || ' ' || sum(sent) AS value FROM filing_day`)).toBe(`${all} ${all}`)
})
