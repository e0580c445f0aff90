import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measurePairs, readPartyPairs } from '@/lib/commands/bench/party-pairs'
import { nameKeyOf } from '@/lib/domain/parties/matching/keys'
import { compareNames, compareParties, OFFER, VERY_LIKELY } from '@/lib/domain/parties/matching/match-parties'
import { scriptOf } from '@/lib/domain/parties/register'

const PAIRS = readPartyPairs()

describe('the labelled names', () => {
  it('are at least 200 over eight languages, and are told apart', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(200)
    expect(new Set(PAIRS.map(({ language }) => language))).toEqual(
      new Set(['vi', 'ja', 'km', 'my', 'ne', 'zh', 'id', 'en', 'across']),
    )
    for (const isHeldOut of [false, true]) {
      const { precision, recall, wrong } = measurePairs(PAIRS.filter((pair) => pair.isHeldOut === isHeldOut))
      expect(precision, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.97)
      expect(recall, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.93)
    }
  })

  it('score the same from either side', () => {
    for (const { a, b } of PAIRS) expect(compareNames(a, b).score).toBe(compareNames(b, a).score)
  })
})

const SYLLABLES = ['Hoàng', 'Đồng', 'Lúa', 'Trăng', 'Biển', 'Sóng', 'Gió', 'Mây', 'Khê', 'Phượng', 'Thuyền', 'Nắng']

describe('the key of a name', () => {
  it('does not change with order, marks, capitals and legal forms', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(SYLLABLES, { minLength: 2, maxLength: 4 }),
        fc.constantFrom('Công ty TNHH', 'CTCP', ''),
        (words, form) => {
          const plain = words
            .toReversed()
            .join(' ')
            .normalize('NFD')
            .replaceAll(/\p{M}/gu, '')
            .replaceAll('Đ', 'D')
            .replaceAll('đ', 'd')
          expect(nameKeyOf(`${form} ${words.join(' ')}`)).toBe(nameKeyOf(`${plain.toUpperCase()} Co., Ltd.`))
          expect(compareNames(`${form} ${words.join(' ')}`, plain).score).toBeGreaterThanOrEqual(VERY_LIKELY)
        },
      ),
    )
  })

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (a, b) => {
          const { score } = compareNames(a, b)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
          expect(nameKeyOf(a)).toMatch(/^[a-z0-9 ]*$/u)
        },
      ),
    )
  })
})

describe('licences before names', () => {
  const party = (name: string, number: string) => ({ names: [name], licences: [{ regime: 'vn_dolab', number }] })
  it.each([
    ['the same number, other names', party('Bến Xưa', '12/2019'), party('Núi Đá', '12 / 2019'), true],
    ['the same name, other numbers', party('Bến Xưa', '12/2019'), party('Bến Xưa', '13/2019'), false],
  ])('%s', (_what, a, b, isOffered) => {
    expect(compareParties(a, b).score >= OFFER).toBe(isOffered)
    expect(compareParties(b, a)).toEqual(compareParties(a, b))
  })
})

it.each([
  ['みほん食品', 'japanese'],
  ['蓝燕', 'han'],
  ['ក្រុមហ៊ុន', 'khmer'],
  ['ရွှေ', 'burmese'],
  ['सेतो', 'devanagari'],
  ['Sao Biển', 'latin'],
])('%s is written in %s', (name, script) => expect(scriptOf(name)).toBe(script))
