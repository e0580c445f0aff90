import { expect, it } from 'vitest'
import { searchKeys } from '@/lib/domain/parties/matching/keys'
import { soughtWords } from '@/lib/domain/parties/matching/sought'

it.each([
  ['the last word may be half written while somebody types', 'An Phú', true, 'an fu*'],
  ['not in a name that is whole', 'An Phú', false, 'an fu'],
  ['a trade says little by itself', 'Blue Heron Foods Ltd.', true, 'blue heron food!'],
  ['what half of them carry is left out', 'Công ty CP Nhân lực Sao Mai', false, 'sao mai'],
])('%s', (_what, name, isTyping, words) => expect(soughtWords(name, isTyping)).toContain(words))

it('looks for Japanese by its characters, two by two, and by its readings', () => {
  const [characters, readings] = soughtWords('株式会社谷西沢製作所', true)
  expect(characters?.split(' ').slice(0, 2)).toEqual(['谷西', expect.stringMatching(/^西/u)])
  expect(readings).toMatch(/^taninisisawa\|.+ manufacture!$/u)
})

it.each([
  ['Hoàng Long Phát', 'HoangLong Phat'],
  ['Meas Tonle', 'ក្រុមហ៊ុន មាសទន្លេ'],
])('%s and %s have the same consonants among their keys', (a, b) => {
  const consonants = (name: string) => searchKeys(name).filter((key) => key.startsWith('~'))
  expect(consonants(a)).not.toEqual([])
  expect(consonants(a)).toEqual(consonants(b))
})
