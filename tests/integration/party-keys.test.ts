import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { rewritePartyKeys } from '@/lib/commands/database/party-keys'
import { createParty } from '@/lib/usecases/parties/save-party'
import { searchParties } from '@/lib/usecases/parties/search-parties'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { emptyDatabase, ownerPool, ownerUrl } from '@/tests/support/database'

let officer: StaffActor
beforeEach(async () => {
  await emptyDatabase()
  officer = await aStaffMember(await anOffice('minato'), 'caseworker')
})

async function aParty(...names: readonly string[]) {
  const done = await createParty(staffGrant(officer, 'party.write'), {
    country: 'VN',
    roles: ['sending_organization'],
    names: names.map((name) => ({ name, kind: 'registered' as const })),
    licences: [],
    programmes: [],
    requestId: randomUUID(),
    isSureNew: true,
    source: 'a list',
  })
  if (!done.ok) throw new Error(done.error.code)
}
const found = async (typed: string) =>
  (await searchParties(staffGrant(officer, 'party.read'), typed)).map(({ name }) => name)

it.each([
  ['a word half written', 'cty sao bi'],
  ['a word mistyped', 'Sao Bein Xahn'],
  ['written together', 'SaoBienXanh'],
  ['from its end', 'Xanh Biển Sao phần Cổ ty Công'],
  ['its initials', 'SBX'],
])('finds a name by %s', async (_what, typed) => {
  for (const name of ['Công ty Cổ phần Sao Biển Xanh', 'Công ty TNHH Mây Trắng', 'PT Layar Senja']) await aParty(name)
  expect((await found(typed))[0]).toBe('Công ty Cổ phần Sao Biển Xanh')
})

it.each([
  ['株式会社谷川竹建設', '谷川竹建'],
  ['株式会社鈴木鉄工所', 'Suzuki Tek'],
  ['ក្រុមហ៊ុន មាសទន្លេ ឯ.ក', 'Meas Tonle'],
])('finds %s by %s', async (name, typed) => {
  for (const other of [name, '株式会社中村水産', 'Blue Heron Foods']) await aParty(other)
  expect((await found(typed))[0]).toBe(name)
})

it('writes keys of an earlier version anew, once', async () => {
  await aParty('Công ty Cổ phần Sao Biển Xanh')
  await staleKeys()
  expect(await found('Sao Bien Xanh')).toEqual([])
  expect(await rewritePartyKeys(ownerUrl)).toBe(1)
  expect(await found('Sao Bien Xanh')).toEqual(['Công ty Cổ phần Sao Biển Xanh'])
  expect(await rewritePartyKeys(ownerUrl)).toBe(0)
})

async function staleKeys() {
  await ownerPool().query(`UPDATE party_key SET key = 'qqqq' || left(md5(key), 6)`)
  await ownerPool().query(`COMMENT ON TABLE party_key IS 'keys 0'`)
}
