import { expect, test } from 'vitest'
import { foldPartyName } from '@/lib/domain/party-name'

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
