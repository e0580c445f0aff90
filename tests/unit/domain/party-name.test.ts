import { expect, test } from 'vitest'
import { foldPartyName, isTellingPartyName } from '@/lib/domain/party-name'

test.each([
  ['CÔNG TY TNHH Hoa Sen', 'hoa sen co., ltd.'],
  ['株式会社みどり', 'みどり（株）'],
  ['ABC　Manpower Inc', 'abc-manpower'],
  ['chú Ba', 'Chú  Ba'],
])('%s and %s are one name', (a, b) => {
  expect(foldPartyName(a)).toBe(foldPartyName(b))
  expect(foldPartyName(a)).not.toBe('')
})

test.each([['Co., Ltd.'], ['  '], ['株式会社']])('nothing is left of %s', (name) => {
  expect(foldPartyName(name)).toBe('')
})

test('other names stay apart', () => {
  expect(foldPartyName('Hoa Sen')).not.toBe(foldPartyName('Hoa Mai'))
  expect(foldPartyName('Phan')).toBe('phan')
})

test.each([
  ['broker', 'chú Ba', false],
  ['broker', 'Anh Tư', false],
  ['lender', 'bà Năm', false],
  ['broker', 'Lan', false],
  ['broker', ' ', false],
  ['broker', 'Nguyễn Văn Ba', true],
  ['broker', 'chú Ba Cần Thơ', true],
  ['broker', 'Perantara', true],
  ['sending_organization', 'LOD', true],
  ['sending_organization', 'Co., Ltd.', false],
] as const)('of a %s, "%s" says enough: %s', (role, name, isTelling) => {
  expect(isTellingPartyName(role, name)).toBe(isTelling)
})
