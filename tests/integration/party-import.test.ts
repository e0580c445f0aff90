import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { guessMapping } from '@/lib/domain/parties/licence-list'
import { applyList, readListImport, setListColumns, undoList, uploadList } from '@/lib/usecases/parties/import-list'
import { createParty } from '@/lib/usecases/parties/save-party'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { emptyDatabase, ownerPool } from '@/tests/support/database'

let administrator: StaffActor
let officer: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  const office = await anOffice('minato', { isDefaultIntake: true })
  administrator = await aStaffMember(office, 'administrator')
  officer = await aStaffMember(office, 'caseworker')
})

const HEADINGS = 'Tên doanh nghiệp,Số giấy phép,Ngày cấp,Tình trạng'
const grant = () => staffGrant(administrator, 'party.import')

async function aList(lines: readonly string[]): Promise<string> {
  const done = await uploadList(grant(), { name: 'list.csv', bytes: Buffer.from([HEADINGS, ...lines].join('\n')) })
  if (!done.ok) throw new Error(done.error.code)
  const columns = guessMapping(HEADINGS.split(','))
  await setListColumns(grant(), done.value, {
    columns,
    regime: 'vn_dolab',
    country: 'VN',
    role: 'sending_organization',
    source: 'DOLAB, 1 Nov',
  })
  return done.value
}
const planOf = async (id: string) => (await readListImport(grant(), id))?.plan ?? null
async function apply(id: string, decisions: Readonly<Record<string, string>> = {}) {
  return applyList(grant(), { id, seen: (await planOf(id))?.seen ?? '', decisions })
}
const count = async (sql: string) =>
  (await ownerPool().query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)).rows[0]?.n

it('knows the columns by their headings', () => {
  expect(guessMapping(HEADINGS.split(','))).toMatchObject({ name: 0, number: 1, fromOn: 2, status: 3, toOn: null })
  expect(guessMapping(['許可番号', '監理団体の名称', '許可日', '有効期限'])).toMatchObject({
    number: 0,
    name: 1,
    fromOn: 2,
    toOn: 3,
  })
})

it('tells new, updated, unchanged, similar and wrong rows apart, writes the history, and takes the whole list back', async () => {
  const first = await aList(['Bến Xưa Mẫu,1/2020,2020-05-01,Còn hiệu lực', 'Núi Đá Trắng,2/2020,1/6/2020,còn hiệu lực'])
  expect(await apply(first)).toEqual({ ok: true, value: { added: 2, updated: 0, left: 0 } })
  expect(await apply(first)).toEqual({ ok: true, value: { added: 2, updated: 0, left: 0 } })

  const second = await aList([
    'Ben Xua Mau,1/2020,2020-05-01,Thu hồi',
    'Núi Đá Trắng,2/2020,2020-06-01,Còn hiệu lực',
    'Lúa Vàng Mẫu,3/2020,,',
    ',4/2020,,',
    'Gió Đồng,5/2020,soon,',
    'Gió Đồng,3/2020,,',
  ])
  const plan = await planOf(second)
  expect(plan?.rows.map(({ outcome }) => outcome)).toEqual(['updated', 'unchanged', 'new'])
  expect(plan?.errors).toEqual([
    { line: 5, code: 'name_missing' },
    { line: 6, code: 'day_wrong' },
    { line: 7, code: 'twice' },
  ])
  expect(await apply(second)).toEqual({ ok: true, value: { added: 1, updated: 1, left: 0 } })
  const { rows } = await ownerPool().query(`SELECT status FROM party_licence WHERE number_key = '12020'`)
  expect(rows).toEqual([{ status: 'revoked' }])
  expect(await count('party_licence_status')).toBe(4)

  expect((await undoList(grant(), first)).ok).toBe(false)
  expect((await undoList(grant(), second)).ok).toBe(true)
  expect(await count(`party WHERE name = 'Lúa Vàng Mẫu'`)).toBe(0)
  expect((await ownerPool().query(`SELECT status FROM party_licence WHERE number_key = '12020'`)).rows).toEqual([
    { status: 'valid' },
  ])
  expect(await count('party_licence_status WHERE withdrawn_at IS NOT NULL')).toBe(1)
})

it('leaves a row out that is like a party that is there, until somebody decides', async () => {
  const made = await createParty(staffGrant(officer, 'party.write'), {
    country: 'VN',
    roles: ['sending_organization'],
    names: [{ name: 'Công ty Cổ phần Bến Xưa Mẫu', kind: 'registered' }],
    licences: [],
    programmes: [],
    requestId: randomUUID(),
    isSureNew: true,
    source: '',
  })
  if (!made.ok) throw new Error(made.error.code)
  const id = await aList(['BEN XUA MAU JSC,1/2020,,', 'Núi Đá Trắng,2/2020,,'])
  expect((await planOf(id))?.rows[0]).toMatchObject({ outcome: 'similar', party: { id: made.value } })
  expect(await applyList(grant(), { id, seen: 'another', decisions: {} })).toEqual({
    ok: false,
    error: { code: 'changed_meanwhile' },
  })
  expect(await apply(id, { 2: made.value })).toEqual({ ok: true, value: { added: 1, updated: 1, left: 0 } })
  expect(await count(`party_licence WHERE party_id = '${made.value}'`)).toBe(1)
  expect((await undoList(grant(), id)).ok).toBe(true)
  expect(await count('party')).toBe(1)
  expect(await count(`party_licence WHERE party_id = '${made.value}' AND removed_at IS NULL`)).toBe(0)
})

it('lets one of two lists that were applied at once add a licence; the other has to look again', async () => {
  const lists = [await aList(['Lúa Vàng Mẫu,7/2020,,']), await aList(['Lúa Vàng Mẫu,7/2020,,'])]
  const seen = await Promise.all(lists.map(async (id) => (await planOf(id))?.seen ?? ''))
  const done = await Promise.all(lists.map((id, at) => applyList(grant(), { id, seen: seen[at] ?? '', decisions: {} })))
  expect(done.filter(({ ok }) => ok)).toHaveLength(1)
  expect(done.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'changed_meanwhile' } })
  expect(await count(`party_licence WHERE number_key = '72020'`)).toBe(1)
})

it('looks for names with typing errors once, keeps what it found, and changes dates of many in one go', async () => {
  const first = await aList(['Quỳnh Hương Mẫu,1/2020,2020-05-01,', 'Núi Đá Trắng,2/2020,2020-06-01,'])
  await apply(first)
  const second = await aList([
    'Quynh Huong Mauu,9/2021,,',
    'Quỳnh Hương Mẫu,1/2020,2021-01-01,',
    'Núi Đá Trắng,2/2020,2021-02-02,',
  ])
  const outcomes = async () => (await planOf(second))?.rows.map(({ outcome }) => outcome)
  const shown = await outcomes()
  expect(shown?.slice(1)).toEqual(['updated', 'updated'])
  const { rows } = await ownerPool().query<{ kept: boolean }>(
    `SELECT mapping ? 'near' AS kept FROM party_import WHERE id = $1`,
    [second],
  )
  expect(rows).toEqual([{ kept: true }])
  expect(await outcomes()).toEqual(shown)
  expect((await apply(second)).ok).toBe(true)
  expect(
    (
      await ownerPool().query(
        `SELECT number_key AS key, from_on AS day FROM party_licence WHERE number_key IN ('12020', '22020') ORDER BY 1`,
      )
    ).rows,
  ).toEqual([
    { key: '12020', day: '2021-01-01' },
    { key: '22020', day: '2021-02-02' },
  ])
})

it('refuses what is no table', async () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), Buffer.alloc(6 * 1024 * 1024, 97)])
    expect((await uploadList(grant(), { name: 'x.xlsx', bytes })).ok).toBe(false)
})
