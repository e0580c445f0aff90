import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { within } from '@/lib/data/within'
import { eraseDueCases } from '@/lib/data/sweep'
import { searchKeys } from '@/lib/domain/parties/matching/keys'
import { findMissingWords } from '@/lib/usecases/make-missing-words'
import { writeNote } from '@/lib/usecases/write-note'
import { writeMessage } from '@/lib/usecases/write-message'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { aCase } from '@/tests/support/cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'
import { numbersFound } from '@/tests/support/queue'

/** A sentence in each language, a piece of it as somebody would type it, and a word that is not in it. */
const SENTENCES = [
  ['vi', 'Họ giữ hộ chiếu của tôi từ tháng ba.', 'Hộ Chiếu', 'lương'],
  ['vi', 'Họ giữ hộ chiếu của tôi từ tháng ba.', 'ho chieu', 'luong'],
  ['vi', 'Toi bi danh o cong truong.', 'đánh công trường', 'biển'],
  ['en', 'They kept my passport; I cannot leave.', 'PASSPORT leave', 'wages'],
  ['id', 'Majikan menahan gaji saya tiga bulan.', 'menahan gaji', 'paspor'],
  ['fil', 'Hindi nila ako binayaran ng sahod.', 'sahod', 'pasaporte'],
  ['my', 'ကျွန်တော့်နိုင်ငံကူးလက်မှတ်ကို သိမ်းထားတယ်။', 'နိုင်ငံကူးလက်မှတ်', 'လုပ်ခ'],
  ['km', 'គេដកលិខិតឆ្លងដែនរបស់ខ្ញុំ។', 'លិខិតឆ្លងដែន', 'ប្រាក់ខែ'],
  ['ne', 'उनीहरूले मेरो राहदानी राखे।', 'राहदानी', 'तलब'],
  ['zh-Hans', '他们扣押了我的护照。', '护照', '工资'],
  ['th', 'นายจ้างยึดหนังสือเดินทางของฉัน', 'หนังสือเดินทาง', 'ค่าแรง'],
  ['ja', '会社がパスポートを預かっています。', 'ﾊﾟｽﾎﾟｰﾄ', '残業代'],
] as const

let office: string
let officer: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
})

async function madeBefore(): Promise<void> {
  await ownerPool().query('DELETE FROM case_words; INSERT INTO case_words_due (case_id) SELECT id FROM cases')
}

describe('search for sealed words', () => {
  it.each(SENTENCES)('finds a word of a story in %s: %s', async (_language, story, typed, other) => {
    const { number } = await aCase({ story, parties: [], fees: [] })
    expect(await numbersFound(officer, typed)).toEqual([number])
    expect(await numbersFound(officer, other)).toEqual([])
    expect(await numbersFound(officer, `${typed} ${other}`)).toEqual([])
  })

  it('finds names as given, payees, notes, messages, pieces of a number, and codes by their words in three languages', async () => {
    const { number } = await aCase({
      parties: [{ role: 'sending_organization', name: 'Công ty Sao Mai' }],
      grievances: ['fees_debt'],
    })
    await aCase({ story: 'Khác', parties: [], fees: [], grievances: ['violence'], origin: 'ID', scheme: 'ssw' })
    await writeNote(staffGrant(officer, 'case.write_note'), { number, requestId: randomUUID(), text: 'asked Yamamoto' })
    await writeMessage(staffGrant(officer, 'case.write_message'), {
      number,
      requestId: randomUUID(),
      text: 'Xin giữ biên lai',
    })
    for (const typed of [
      'sao mai',
      'chu ba',
      'yamamoto',
      'bien lai',
      number,
      number.slice(0, 4),
      number.slice(2, 7).toLowerCase(),
    ])
      expect(await numbersFound(officer, typed), typed).toEqual([number])
    expect(await numbersFound(officer, 'Việt Nam')).toEqual([number])
    expect(await numbersFound(officer, 'ベトナム')).toEqual([number])
    expect(await numbersFound(officer, 'yamamoto', { origin: 'ID' })).toEqual([])
    expect(await numbersFound(officer, 'Received')).toHaveLength(2)
    expect(await numbersFound(officer, 'critical')).not.toContain(number)
  })

  it('finds the names of the register that a party of the case was tied to, without marks and in any order', async () => {
    const { id, number } = await aCase()
    const party = randomUUID()
    await ownerPool().query(
      `INSERT INTO party (id, country, roles, name) VALUES ($1, 'VN', '{sending_org}', 'Ánh Dương Manpower')`,
      [party],
    )
    await ownerPool().query(
      `WITH n AS (INSERT INTO party_name (id, party_id, name, script, normalised_key) VALUES ($1, $2, 'Ánh Dương Manpower', 'latin', ($3::text[])[1]) RETURNING id)
       INSERT INTO party_key (name_id, key) SELECT n.id, k FROM n, unnest($3::text[]) AS k`,
      [randomUUID(), party, searchKeys('Ánh Dương Manpower')],
    )
    await ownerPool().query('UPDATE case_party SET party_id = $2 WHERE case_id = $1', [id, party])
    for (const typed of ['dương manpower', 'anh duong', 'Duong Anh', 'ÁNH DƯƠ', 'duong manpower'])
      expect(await numbersFound(officer, typed), typed).toEqual([number])
    expect(await numbersFound(officer, 'anh dao')).toEqual([])
    await ownerPool().query('UPDATE party_name SET removed_at = now() WHERE party_id = $1', [party])
    expect(await numbersFound(officer, 'anh duong')).toEqual([])
  })

  it('never finds anything of another office, not even by the same hash', async () => {
    await aCase()
    const elsewhere = await aStaffMember(await anOffice('osaka'), 'supervisor')
    expect(await numbersFound(elsewhere, 'hộ chiếu')).toEqual([])
    const administrator = await aStaffMember(office, 'administrator')
    await expect(
      within(
        { ...staffGrant(officer, 'case.list'), actor: administrator },
        (on) => on.db.$queryRaw`SELECT * FROM app.queue_page('{"order": "due"}'::jsonb, NULL, NULL, 5)`,
      ),
    ).resolves.toEqual([])
  })

  it('shows the application no hash, and forgets all of a case that is erased', async () => {
    const { id, number } = await aCase()
    const seen = await within(
      staffGrant(officer, 'case.list'),
      (on) => on.db.$queryRaw`SELECT has_table_privilege('case_words', 'SELECT') AS may`,
    )
    expect(seen).toEqual([{ may: false }])
    expect(await numbersFound(officer, 'hộ chiếu')).toEqual([number])
    await ownerPool().query(`UPDATE cases SET erase_due_at = now() - interval '1 day' WHERE id = $1`, [id])
    await within(grantOpen({ kind: 'system' }, 'system.sweep'), (on) => eraseDueCases(on, new Date()))
    expect((await ownerPool().query('SELECT 1 FROM case_words')).rowCount).toBe(0)
    expect(await numbersFound(officer, 'hộ chiếu')).toEqual([])
    expect(await numbersFound(officer, number)).toEqual([])
  })

  it('makes the hashes of cases that were there before', async () => {
    const { number } = await aCase()
    await madeBefore()
    expect(await numbersFound(officer, 'hộ chiếu')).toEqual([])
    expect(await findMissingWords()).toBe(1)
    expect(await numbersFound(officer, 'hộ chiếu')).toEqual([number])
    expect(await findMissingWords()).toBe(0)
  })

  it('makes them of a case that got words meanwhile, and of one that has none at all', async () => {
    const old = await aCase()
    await aCase()
    await ownerPool().query(`DELETE FROM case_words; INSERT INTO case_words SELECT id, office_id, '{}' FROM cases`)
    await ownerPool().query('INSERT INTO case_words_due (case_id) SELECT id FROM cases')
    await ownerPool().query(`UPDATE cases SET grievance_codes = '{}', origin = NULL, scheme = NULL WHERE id <> $1`, [
      old.id,
    ])
    await ownerPool().query('DELETE FROM statement WHERE case_id <> $1', [old.id])
    await ownerPool().query('DELETE FROM case_party WHERE case_id <> $1', [old.id])
    expect(await findMissingWords()).toBe(2)
    expect(await numbersFound(officer, 'hộ chiếu')).toEqual([old.number])
    expect(await findMissingWords()).toBe(0)
  })

  it('is not stopped by a case that cannot be opened, and tries that one again later', async () => {
    const broken = await aCase()
    const other = await aCase()
    await ownerPool().query(`UPDATE statement SET sealed_text = '\\x00' WHERE case_id = $1`, [broken.id])
    await madeBefore()
    expect(await findMissingWords()).toBe(1)
    expect(await numbersFound(officer, 'hộ chiếu')).toEqual([other.number])
    expect(await findMissingWords()).toBe(0)
    const { rows } = await ownerPool().query<{ id: string }>('SELECT case_id AS id FROM case_words_due')
    expect(rows).toEqual([{ id: broken.id }])
  })
})
