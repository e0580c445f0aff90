import { beforeAll, describe, expect, test } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { hashToken } from '@/lib/platform/token'
import { emptyDraft } from '@/lib/schemas/report/draft-payload'
import { makePoster } from '@/lib/usecases/posters/make-poster'
import { readPoster, readPosters } from '@/lib/usecases/posters/read-posters'
import { retirePoster } from '@/lib/usecases/posters/retire-poster'
import { startReport } from '@/lib/usecases/start-report'
import { submitReport } from '@/lib/usecases/submit-report'
import { anOffice, aReport, aStaffMember, reporterGrant, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { as, staffAs } from '../support/raw-sql'

let helpdesk = ''
let union = ''
let officer: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  helpdesk = await anOffice('helpdesk', { isDefaultIntake: true })
  union = await anOffice('union')
  officer = await aStaffMember(union, 'caseworker')
  stranger = await aStaffMember(helpdesk, 'administrator')
})

const make = (by: StaffActor, programme: string | null = 'FERI', jobOrder: string | null = 'VN-2026-014') =>
  makePoster(staffGrant(by, 'poster.make'), { programme, jobOrder, languages: ['vi', 'en'] })

async function codeOf(id: string): Promise<string> {
  const { rows } = await ownerPool().query<{ code: string }>('SELECT code FROM poster WHERE id = $1', [id])
  return rows[0]?.code ?? ''
}

/** Sends a report whose draft began with a code; returns the case as stored. */
async function reportVia(via: string | undefined) {
  const draft = { ...emptyDraft(), answers: aReport(), ...(via === undefined ? {} : { via }) }
  const token = await startReport(
    async (made) => grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken(made)),
    { kind: 'report', locale: 'vi', draft },
  )
  if (token === null) throw new Error('no draft')
  const sent = await submitReport(reporterGrant(token), { answers: aReport(), locale: 'vi', channel: 'web', token })
  if (!sent.ok) throw new Error(sent.error.code)
  const { rows } = await ownerPool().query(
    'SELECT office_id, programme, job_order, poster_id FROM cases WHERE number = $1',
    [sent.value.number],
  )
  return rows[0]
}

describe('a report that began with the code of a poster', () => {
  test('comes to its office, with programme and job order', async () => {
    const id = await make(officer)
    expect(await reportVia(await codeOf(id))).toEqual({
      office_id: union,
      programme: 'FERI',
      job_order: 'VN-2026-014',
      poster_id: id,
    })
  })

  test.each(['abcdefghj', 'not a code', undefined])('is held up by no unknown code: %s', async (via) => {
    expect(await reportVia(via)).toEqual({ office_id: helpdesk, programme: null, job_order: null, poster_id: null })
  })

  test('goes where it goes without one when the poster was taken down', async () => {
    const id = await make(officer)
    const code = await codeOf(id)
    await retirePoster(staffGrant(officer, 'poster.make'), id)
    expect(await reportVia(code)).toMatchObject({ office_id: helpdesk, poster_id: null })
    expect((await readPoster(staffGrant(officer, 'poster.make'), id))?.poster.retiredAt).not.toBeNull()
  })
})

describe('the posters of an office', () => {
  test('are seen and taken down by nobody else', async () => {
    const id = await make(officer)
    const theirs = staffGrant(stranger, 'poster.make')
    expect((await readPosters(theirs)).map((poster) => poster.id)).not.toContain(id)
    expect(await readPoster(theirs, id)).toBeNull()
    await retirePoster(theirs, id)
    expect((await readPoster(staffGrant(officer, 'poster.make'), id))?.poster.retiredAt).toBeNull()
    expect((await as(staffAs(stranger), 'UPDATE poster SET retired_at = now() WHERE id = $1', id)).rowCount).toBe(0)
    expect((await as(staffAs(officer), 'UPDATE poster SET retired_at = now() WHERE id = $1', id)).rowCount).toBe(1)
  })

  test('are no list for whoever stands in front of one: a code leads to its office and to nothing else', async () => {
    const code = await codeOf(await make(officer))
    for (const actor_kind of ['reporter', 'door', 'worker', 'nobody'])
      expect((await as({ actor_kind }, 'SELECT 1 FROM poster')).rowCount, actor_kind).toBe(0)
    const found = await as({ actor_kind: 'reporter' }, 'SELECT * FROM app.poster_by_code($1)', code)
    expect(found.rows).toMatchObject([{ office_id: union }])
    expect((await as({ actor_kind: 'nobody' }, 'SELECT * FROM app.poster_by_code($1)', code)).rowCount).toBe(0)
  })

  test('are not rewritten, not made in another name and not in another office', async () => {
    const id = await make(officer)
    await expect(
      as(staffAs(officer), `UPDATE poster SET retired_at = now(), programme = 'X' WHERE id = $1`, id),
    ).rejects.toThrow('may not change')
    const insert = `INSERT INTO poster (id, code, office_id, languages, created_by_id, created_at)
      VALUES (gen_random_uuid(), 'zzzzzzzzz', $1, '{en}', $2, now())`
    await expect(as(staffAs(officer), insert, helpdesk, officer.id)).rejects.toThrow('row-level security')
    await expect(as(staffAs(officer), insert, union, stranger.id)).rejects.toThrow('row-level security')
  })

  test('tell how many reports they brought from five on, in steps of five, of those who agreed to be counted', async () => {
    const id = await make(officer, null, null)
    const code = await codeOf(id)
    const count = async () =>
      (await readPosters(staffGrant(officer, 'poster.make'))).find((poster) => poster.id === id)?.reports
    for (let sent = 0; sent < 4; sent += 1) await reportVia(code)
    expect(await count()).toBeNull()
    await reportVia(code)
    expect(await count()).toBe(5)
    await reportVia(code)
    expect(await count()).toBe(5)
    await ownerPool().query('UPDATE cases SET in_statistics = false WHERE poster_id = $1', [id])
    expect(await count()).toBeNull()
    expect((await as(staffAs(stranger), 'SELECT * FROM app.poster_reports() WHERE poster_id = $1', id)).rowCount).toBe(
      0,
    )
  })
})
