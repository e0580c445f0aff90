import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { changeCaseSeverity } from '@/lib/usecases/change-case-severity'
import { judgeSign } from '@/lib/usecases/judge-sign'
import { readCase } from '@/lib/usecases/read-case'
import { readCaseFile } from '@/lib/usecases/read-case-file'
import { translateWords } from '@/lib/usecases/translate-words'
import { writeMessage } from '@/lib/usecases/write-message'
import { anOffice, aStaffMember, staffGrant, STORY } from '../support/builders'
import { aCase, versionOf } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'
import { rowsAs, staffAs, workerOf } from '../support/raw-sql'

let officer: StaffActor
let colleague: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  const office = await anOffice('helpdesk', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(office, 'caseworker')
  stranger = await aStaffMember(await anOffice('union'), 'caseworker')
})

const fileOf = async (number: string, by = officer) => {
  const reading = await readCase(staffGrant(by, 'case.read'), number)
  if (!reading) throw new Error('no such case')
  return reading.file
}
const sealedText = async (sql: string) =>
  (await ownerPool().query<{ value: Buffer }>(sql)).rows.map(({ value }) => value.toString('latin1')).join()

describe('a translation', () => {
  const translate = (
    number: string,
    id: string,
    version: number,
    text: string,
    by = officer,
    requestId = randomUUID(),
  ) =>
    translateWords(staffGrant(by, 'case.translate'), {
      number,
      kind: 'statement',
      id,
      version,
      requestId,
      language: 'en',
      text,
    })
  const aStatement = async () => {
    const { number } = await aCase()
    return { number, id: (await fileOf(number)).statements[0]?.id ?? '' }
  }

  test('stands beside the words with who made it; an earlier version stays, sealed', async () => {
    const { number, id } = await aStatement()
    await translate(number, id, 0, 'They keep my passport.')
    await translate(number, id, 1, 'They have kept my passport since March.', colleague)
    const { statements, translations } = await fileOf(number)
    expect(statements[0]?.text).toBe(STORY)
    expect(statements[0]?.translation).toMatchObject({
      text: 'They have kept my passport since March.',
      language: 'en',
      version: 2,
      by: { id: colleague.id },
    })
    expect(translations.map(({ text }) => text)).toContain('They keep my passport.')
    expect(await sealedText('SELECT sealed_text AS value FROM text_translation')).not.toContain('passport')
  })

  test('of two officers at once one is kept, the other told; the same form twice is one', async () => {
    const { number, id } = await aStatement()
    const requestId = randomUUID()
    const [first, second] = await Promise.all([
      translate(number, id, 0, 'One.', officer),
      translate(number, id, 0, 'Two.', colleague),
    ])
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1)
    expect([first, second].find(({ ok }) => !ok)).toMatchObject({ error: { code: 'changed_meanwhile' } })
    await translate(number, id, 1, 'Three.', officer, requestId)
    expect(await translate(number, id, 1, 'Three.', officer, requestId)).toMatchObject({ ok: true })
    expect((await fileOf(number)).translations).toHaveLength(2)
  })

  test('of another office, of words of another case, or in another name: no', async () => {
    const { number, id } = await aStatement()
    const other = await aStatement()
    expect(await translate(number, id, 0, 'x', stranger)).toMatchObject({ error: { code: 'not_found' } })
    expect(await translate(other.number, id, 0, 'x')).toMatchObject({ error: { code: 'not_found' } })
  })
})

describe('a judgement on a sign', () => {
  const judge = (
    number: string,
    version: number,
    change: { indicator?: 'debt_bondage' | 'isolation'; judgement?: 'present' | 'unclear'; by?: StaffActor } = {},
  ) =>
    judgeSign(staffGrant(change.by ?? officer, 'case.judge_sign'), {
      number,
      version,
      indicator: change.indicator ?? 'debt_bondage',
      judgement: change.judgement ?? 'present',
      reason: 'The land title is with the lender.',
      requestId: randomUUID(),
    })

  test('is changed with a history; who judged what and why stays, the reason sealed', async () => {
    const { number } = await aCase()
    await judge(number, 0, { judgement: 'unclear' })
    await judge(number, 1, { by: colleague })
    const { indicators, judgements } = await fileOf(number)
    expect(indicators.find(({ indicator }) => indicator === 'debt_bondage')).toMatchObject({
      judgement: 'present',
      judgedBy: { id: colleague.id },
      version: 2,
      raisedBy: ['fees_debt'],
    })
    expect(judgements.map(({ judgement, by }) => [judgement, by?.id])).toEqual([
      ['unclear', officer.id],
      ['present', colleague.id],
    ])
    expect(await sealedText('SELECT sealed_reason AS value FROM sign_judgement')).not.toContain('land title')
  })

  test('adds a sign that no answer raised, once, whoever is first', async () => {
    const { number } = await aCase()
    const both = await Promise.all([
      judge(number, 0, { indicator: 'isolation' }),
      judge(number, 0, { indicator: 'isolation', by: colleague }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'changed_meanwhile' } })
    const signs = (await fileOf(number)).indicators.filter(({ indicator }) => indicator === 'isolation')
    expect(signs).toMatchObject([{ raisedBy: [], version: 1 }])
  })

  test('of another office: no', async () => {
    const { number } = await aCase()
    expect(await judge(number, 0, { by: stranger })).toMatchObject({ error: { code: 'not_found' } })
  })
})

test('of two officers who set the severity at once the second is told', async () => {
  const { id, number } = await aCase()
  const version = await versionOf(id)
  const set = (by: StaffActor, severity: 'critical' | 'low') =>
    changeCaseSeverity(staffGrant(by, 'case.change_severity'), {
      number,
      version,
      severity,
      reason: 'Why.',
      requestId: randomUUID(),
    })
  const both = await Promise.all([set(officer, 'critical'), set(colleague, 'low')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'changed_meanwhile' } })
})

test('a message remembers the template it began as', async () => {
  const { number } = await aCase()
  const message = { number, requestId: randomUUID(), text: 'Cảm ơn.', templateCode: 'received_thanks' as const }
  await writeMessage(staffGrant(officer, 'case.write_message'), message)
  expect((await fileOf(number)).messages.at(-1)).toMatchObject({ templateCode: 'received_thanks', text: 'Cảm ơn.' })
})

test('who opens the case file for paper stays in the trail', async () => {
  const { id, number } = await aCase()
  const read = await readCaseFile(staffGrant(officer, 'case.read'), number, 'print')
  expect(read?.office).toBe('helpdesk')
  const { rows } = await ownerPool().query(
    `SELECT actor_id FROM audit_event WHERE case_id = $1 AND action = 'case.printed'`,
    [id],
  )
  expect(rows).toEqual([{ actor_id: officer.id }])
})

test('nobody writes a judgement, a translation or a task in another name, or rewrites one', async () => {
  const { id, number } = await aCase()
  const statement = (await fileOf(number)).statements[0]?.id
  const who = staffAs(officer)
  const judgement = `INSERT INTO sign_judgement (id, case_id, indicator, version, judgement, sealed_reason, judged_by_id, request_id, judged_at)
    VALUES (gen_random_uuid(), $1, 'isolation', 1, 'present', '\\x00', $2, gen_random_uuid(), now())`
  await expect(rowsAs(who, judgement, id, colleague.id)).rejects.toThrow('row-level security')
  expect(await rowsAs(who, judgement, id, officer.id)).toBe(1)
  await expect(rowsAs(who, `UPDATE sign_judgement SET judgement = 'absent'`)).rejects.toThrow('permission denied')
  const translation = `INSERT INTO text_translation (id, case_id, kind, subject_id, version, language, sealed_text, translated_by_id, request_id, translated_at)
    VALUES (gen_random_uuid(), $1, 'statement', $2, 1, 'en', '\\x00', $3, gen_random_uuid(), now())`
  await expect(rowsAs(who, translation, id, statement, colleague.id)).rejects.toThrow('row-level security')
  await expect(rowsAs(who, translation, id, randomUUID(), officer.id)).rejects.toThrow('row-level security')
  expect(await rowsAs(who, translation, id, statement, officer.id)).toBe(1)
  await expect(
    rowsAs(who, `UPDATE indicator_finding SET raised_by = '{}', judged_by_id = $1`, officer.id),
  ).rejects.toThrow('may not change raised_by')
  await expect(
    rowsAs(
      who,
      `INSERT INTO task (id, case_id, kind, created_by_id, created_at) VALUES (gen_random_uuid(), $1, 'task', $2, now())`,
      id,
      colleague.id,
    ),
  ).rejects.toThrow('row-level security')
  // What the office makes of a case is not for its worker to see.
  await ownerPool().query(judgement, [id, officer.id])
  await ownerPool().query(translation, [id, statement, officer.id])
  for (const table of ['sign_judgement', 'text_translation'])
    expect(await rowsAs(who, `SELECT 1 FROM ${table} WHERE case_id = $1`, id), table).toBe(1)
  for (const table of ['sign_judgement', 'text_translation', 'task'])
    expect(await rowsAs(workerOf(id), `SELECT 1 FROM ${table}`), table).toBe(0)
})
