import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { grantStaff } from '@/lib/access/grant'
import { nameKeyOf, searchKeys } from '@/lib/domain/parties/matching/keys'
import { scriptOf } from '@/lib/domain/parties/register'
import { randomFrom } from '@/lib/demo/random'
import { searchParties } from '@/lib/usecases/parties/search-parties'
import { makeOfficer } from './officer'
import { measurePairs, readPartyPairs } from './party-pairs'
import { measure, type Timing } from './timing'

export const MANY_PARTIES = 100_000
const BATCH = 2_000
const SEARCHES = 210
const WARM_UPS = 10

/** How fast a party is found among many, how often the one meant comes first, and how well the labelled names are told apart. */
export type PartyBench = {
  readonly parties: number
  readonly search: Timing
  readonly foundFirst: number
  readonly pairs: { readonly count: number; readonly precision: number; readonly recall: number }
  readonly heldOut: { readonly count: number; readonly precision: number; readonly recall: number }
}

const VIETNAMESE =
  'An Phú Thịnh Hưng Hoàng Long Minh Khang Thành Đạt Sao Biển Xanh Lúa Vàng Mây Trắng Gió Đồng Sen Hồng Trăng Khuyết Thuyền Nan Cầu Tre Bến Xưa Núi Đá Nắng Mới Hải Yến Lá Me Tím Sông Nhỏ Quỳnh Hương Khánh Phượng Đông Bắc Trung'.split(
    ' ',
  )
const INDONESIAN =
  'Bunga Rumput Sejahtera Layar Senja Tunas Embun Cahaya Kerang Pasir Putih Abadi Camar Jaya Makmur Karya Utama Sumber Daya Rindang Kabut Pagi'.split(
    ' ',
  )
const ENGLISH =
  'Blue Heron Amber Field Copper Lane Quiet Harbor Tin Whistle Paper Boat Morning Kettle Marigold Bridge Silver Maple Stone River'.split(
    ' ',
  )
const JAPANESE =
  '山 田 川 野 原 森 林 北 南 東 西 大 小 松 竹 桜 白 青 光 海 浜 島 見 本 橋 谷 沢 村 木 石 井 藤'.split(' ')
const NEPALI = 'हिम चुली सेतो परेवा डाँफे मुना सुनगाभा लाली निलो ताल झरना पाखा कोइली गगन सूर्य तारा'.split(' ')

/** Fills the register up to `MANY_PARTIES` invented names, as owner. */
export async function fillParties(owner: Pool): Promise<readonly string[]> {
  const random = randomFrom('parties of the benchmark')
  const some = (words: readonly string[], count: number) =>
    Array.from({ length: count }, () => random.pick(words)).join(' ')
  const forms = [
    () => `Công ty ${random.pick(['TNHH', 'Cổ phần', 'CP Nhân lực', 'CP Quốc tế'])} ${some(VIETNAMESE, 3)}`,
    () => `PT ${some(INDONESIAN, 3)}`,
    () => `${some(ENGLISH, 3)} ${random.pick(['Manpower', 'International', 'Foods', 'Services'])} Ltd.`,
    () => `株式会社${some(JAPANESE, 3).replaceAll(' ', '')}${random.pick(['建設', '食品', '製作所', '水産'])}`,
    () => `${some(NEPALI, 3)} प्रा. लि.`,
  ]
  const names: string[] = []
  for (let from = 0; from < MANY_PARTIES; from += BATCH) {
    const batch = Array.from({ length: BATCH }, () => random.pick(forms)())
    names.push(...batch)
    await insertBatch(owner, batch)
  }
  await owner.query('VACUUM ANALYZE party, party_name, party_key, party_licence')
  return names
}

async function insertBatch(owner: Pool, names: readonly string[]): Promise<void> {
  const rows = names.map((name) => ({ id: randomUUID(), nameId: randomUUID(), name, keys: searchKeys(name) }))
  await owner.query(
    `INSERT INTO party (id, country, roles, name) SELECT id, 'VN', '{sending_organization}', name FROM unnest($1::uuid[], $2::text[]) AS t(id, name)`,
    [rows.map(({ id }) => id), names],
  )
  await owner.query(
    `INSERT INTO party_name (id, party_id, name, script, normalised_key) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])`,
    [rows.map(({ nameId }) => nameId), rows.map(({ id }) => id), names, names.map(scriptOf), names.map(nameKeyOf)],
  )
  const keys = rows.flatMap(({ nameId, keys: list }) => list.map((key) => ({ nameId, key })))
  await owner.query(`INSERT INTO party_key (name_id, key) SELECT * FROM unnest($1::uuid[], $2::text[])`, [
    keys.map(({ nameId }) => nameId),
    keys.map(({ key }) => key),
  ])
}

/** Without marks, with a letter left out, or only half: as names are typed. */
function typedFrom(name: string, turn: number): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .replaceAll('Đ', 'D')
  if (turn % 4 === 0) return plain
  if (turn % 4 === 1) return name.split(' ').toReversed().join(' ')
  if (turn % 4 === 2)
    return plain.length > 12 && /^[\x20-\x7e]+$/u.test(plain) ? plain.slice(0, -4) + plain.slice(-3) : name
  return name.slice(0, Math.max(4, Math.ceil(name.length * 0.8)))
}

/** Measures the search of the product, through its own use case, row-level security and all. */
export async function benchParties(owner: Pool): Promise<PartyBench> {
  const names = await fillParties(owner)
  const grant = grantStaff(await makeOfficer(owner), 'party.read')
  if (!grant) throw new Error('this person may not read the register')
  const random = randomFrom('searches of the benchmark')
  const asked = Array.from({ length: SEARCHES }, (_, turn) => {
    const name = random.pick(names)
    return { name, typed: typedFrom(name, turn) }
  })
  let first = 0
  const search = await measure(
    SEARCHES - WARM_UPS,
    1,
    async (turn) => {
      const { name, typed } = asked[turn] ?? { name: '', typed: '' }
      const [best] = await searchParties(grant, typed)
      if (best?.name === name || (best !== undefined && nameKeyOf(best.name) === nameKeyOf(name))) first += 1
    },
    WARM_UPS,
  )
  const all = readPartyPairs()
  const measured = (pairs: typeof all) => {
    const { pairs: count, precision, recall } = measurePairs(pairs)
    return { count, precision, recall }
  }
  return {
    parties: names.length,
    search,
    foundFirst: first / SEARCHES,
    pairs: measured(all),
    heldOut: measured(all.filter(({ isHeldOut }) => isHeldOut)),
  }
}
