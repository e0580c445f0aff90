import { beforeAll, describe, expect, test } from 'vitest'
import { grantOpen, grantStaff, type StaffActor } from '@/lib/access/grant'
import { withClock } from '@/lib/platform/clock'
import { FLOW_LIMITS } from '@/lib/domain/flow-limits'
import { commentOnTranslation } from '@/lib/usecases/translations/comment-on-translation'
import { markComment, readComments } from '@/lib/usecases/translations/review-comments'
import { sweep } from '@/lib/usecases/sweep'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool } from '../support/database'
import { rowsAs } from '../support/raw-sql'

const writer = grantOpen({ kind: 'reporter', caseId: null }, 'translation.comment')
const door = grantOpen({ kind: 'door' }, 'door.look_up')
let supervisor: StaffActor

beforeAll(async () => {
  supervisor = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'supervisor')
})

const write = (wrong: string, network = '192.0.2.1') =>
  commentOnTranslation(writer, door, { locale: 'vi', page: '/help', wrong, better: null, network })

describe('a comment on a translation', () => {
  test('is read by supervisors and administrators, who mark it as done and open again', async () => {
    expect((await write('“Sai” <b>từ</b>')).ok).toBe(true)
    const review = staffGrant(supervisor, 'translation.review')
    const [comment] = await readComments(review)
    expect(comment).toMatchObject({ locale: 'vi', page: '/help', wrong: '“Sai” <b>từ</b>', doneAt: null })
    const id = comment?.id ?? ''
    await markComment(review, id, true)
    expect((await readComments(review))[0]?.doneAt).not.toBeNull()
    await markComment(review, id, false)
    expect((await readComments(review))[0]?.doneAt).toBeNull()
  })

  test('is read by nobody else', async () => {
    await write('khác')
    expect(grantStaff({ ...supervisor, role: 'caseworker' }, 'translation.review')).toBeNull()
    for (const kind of ['reporter', 'worker', 'door', 'nobody'])
      expect(await rowsAs({ actor_kind: kind }, 'SELECT 1 FROM translation_comment'), kind).toBe(0)
    expect(await rowsAs({ actor_kind: 'reporter' }, `UPDATE translation_comment SET done_at = now()`)).toBe(0)
    expect(await rowsAs({ actor_kind: 'reporter' }, 'DELETE FROM translation_comment')).toBe(0)
  })

  test('is not rewritten by who reads it', async () => {
    const rewrite = rowsAs({ actor_kind: 'staff', role: 'supervisor' }, `UPDATE translation_comment SET wrong = 'x'`)
    await expect(rewrite).rejects.toThrow('may not change')
  })

  test('is refused when one network writes too many, and not when another does', async () => {
    for (let sent = 0; sent < FLOW_LIMITS.comment.network; sent += 1) await write(`${sent}`, '192.0.2.2')
    expect(await write('zu viel', '192.0.2.2')).toMatchObject({ ok: false, error: { code: 'too_many_tries' } })
    expect((await write('noch eins', '192.0.2.3')).ok).toBe(true)
  })

  test('goes after 180 days, and not before', async () => {
    await ownerPool().query('TRUNCATE translation_comment')
    const days = (count: number) => new Date(Date.now() - count * 86_400_000)
    await withClock(
      () => days(181),
      () => write('alt', '192.0.2.4'),
    )
    await withClock(
      () => days(179),
      () => write('neu', '192.0.2.4'),
    )
    await sweep()
    const { rows } = await ownerPool().query<{ wrong: string }>('SELECT wrong FROM translation_comment')
    expect(rows).toEqual([{ wrong: 'neu' }])
  })
})
