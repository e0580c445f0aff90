import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberPart } from '@/lib/domain/search/number-part'
import { queryTokens, wordTokens } from '@/lib/domain/search/word-tokens'

const finds = (text: string, typed: string) => {
  const known = new Set(wordTokens(text))
  const asked = queryTokens(typed)
  return asked.length > 0 && asked.every((token) => known.has(token))
}

describe('words of a text', () => {
  it.each([
    ['Họ giữ hộ chiếu', 'hộ chiếu', true],
    ['Họ giữ hộ chiếu', 'HO CHIEU', true],
    ['Ho giu ho chieu', 'hộ chiếu', true],
    ['bị đánh', 'bi danh', true],
    ['ＡＢＣ建設', 'abc 建設', true],
    ['ABC建設株式会社', '建設株式', true],
    ['パスポート', 'ﾊﾟｽﾎﾟｰﾄ', true],
    ['ハス', 'パス', false],
    ['หนังสือเดินทาง', 'เดินทาง', true],
    ['ខ្ញុំមិនបានប្រាក់ខែ', 'ប្រាក់ខែ', true],
    ['လုပ်ခမရဘူး', 'လုပ်ခ', true],
    // Marks of Devanagari are vowels: another one is another word.
    ['मेरो राहदानी', 'राहदानी', true],
    ['काम', 'कम', false],
    ['他们扣押护照', '扣押护照', true],
    ['他们扣押护照', '护扣', false],
    ['zero\u200bwidth', 'zerowidth', true],
  ])('%s, typed %s: %s', (text, typed, expected) => {
    expect(finds(text, typed)).toBe(expected)
  })

  it('finds every text by any of its own words and by itself', () => {
    const words = fc.stringMatching(/^[a-zđăâêôơưA-Zàéịữぁ-んァ-ヶ一-龯กขคงจฉชซญक-हၐကခဂငកខគឃ0-9 ]{1,40}$/u)
    fc.assert(
      fc.property(words, (text) => {
        const asked = [text, ...text.split(' ')].filter((typed) => queryTokens(typed).length > 0)
        expect(asked.filter((typed) => !finds(text, typed))).toEqual([])
      }),
    )
  })

  it('is the same in whatever form letters are written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordTokens(text.normalize('NFD'))).toEqual(wordTokens(text.normalize('NFC')))
      }),
    )
  })
})

describe('a piece of a case number', () => {
  it.each([
    ['k7m4', 'K7M4'],
    ['K7M4-Q9', 'K7M4Q9'],
    ['ｋ７ｍ', 'K7M'],
    ['fee', null],
    ['k7', null],
    ['K7M4-Q9XD2', null],
    ['passport', null],
  ])('%s: %s', (typed, expected) => {
    expect(numberPart(typed)).toBe(expected)
  })
})
