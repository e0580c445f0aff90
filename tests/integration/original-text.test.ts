import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { readCase } from '@/lib/usecases/read-case'
import { submitReport } from '@/lib/usecases/submit-report'
import { writeOwnMessage } from '@/lib/usecases/write-own-message'
import { aReport, aStaffMember, anOffice, reporterGrant, staffGrant } from '@/tests/support/builders'
import { ownerPool } from '@/tests/support/database'
import { one } from '@/tests/support/own-case'

const TYPED = 'လုပ္ခလစာ မရခဲ့ဘူး'
const WRITTEN = 'လုပ်ခလစာ မရခဲ့ဘူး'

let officer: StaffActor

beforeAll(async () => {
  officer = await aStaffMember(await anOffice('minato', { isDefaultIntake: true }), 'caseworker')
})

async function send(story: string): Promise<string> {
  const sent = await submitReport(reporterGrant(), {
    answers: aReport({ story }),
    locale: 'my',
    channel: 'web',
    token: null,
  })
  if (!sent.ok) throw new Error(sent.error.code)
  return sent.value.number
}

it('words typed in Zawgyi can be read by everybody, and nothing of what was typed is lost', async () => {
  const number = await send(TYPED)
  const caseId = await one<string>('SELECT id AS value FROM cases WHERE number = $1', number)
  const write = grantOpen({ kind: 'worker', caseId }, 'own_case.write')
  const message = { requestId: randomUUID(), text: `${TYPED}။`, language: 'my' }
  await writeOwnMessage(write, message)
  await writeOwnMessage(write, message)

  const file = (await readCase(staffGrant(officer, 'case.read'), number))?.file
  expect(file?.statements.map(({ text }) => text)).toEqual([WRITTEN])
  expect(file?.messages.map(({ text }) => text)).toEqual([`${WRITTEN}။`])
  expect(file?.asTyped).toEqual([TYPED, `${TYPED}။`])

  const { rows } = await ownerPool().query<{ sealed_fields: Buffer }>('SELECT sealed_fields FROM original_text')
  expect(rows).toHaveLength(2)
  for (const row of rows) expect(row.sealed_fields.includes(Buffer.from(TYPED))).toBe(false)
})

it('words in Unicode leave nothing beside them', async () => {
  const file = (await readCase(staffGrant(officer, 'case.read'), await send(WRITTEN)))?.file
  expect(file).toMatchObject({ asTyped: [], statements: [{ text: WRITTEN }] })
})
