import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noAnswers } from '@/lib/domain/report/answers'
import { unicodeAnswers } from '@/lib/domain/report/unicode-answers'
import { unicodeBurmese } from '@/lib/domain/writing/zawgyi'

// The package brings the Universal Declaration of Human Rights in both encodings.
const RESOURCES = path.join(path.dirname(createRequire(import.meta.url).resolve('myanmar-tools')), 'resources')
const linesOf = (file: string) => readFileSync(path.join(RESOURCES, file), 'utf8').split('\n').filter(Boolean)
const ZAWGYI = linesOf('udhr_mya_zawgyi_out.txt').filter((line) => /\p{Script=Myanmar}{20}/u.test(line))
const UNICODE = linesOf('udhr_mya_unicode_src.txt').filter((line) => /\p{Script=Myanmar}{20}/u.test(line))

/** "I was not paid." as an old phone types it, and as it is written. */
const TYPED = 'လုပ္ခလစာ မရခဲ့ဘူး'
const WRITTEN = 'လုပ်ခလစာ မရခဲ့ဘူး'

describe('Burmese text', () => {
  it.each(['ငွေပမာဏ မသိပါ', 'ဘာသာစကား', 'ကိုအောင်', 'လစာ မရဘူး', 'သိန်း ၅၀'])('a word or two of Unicode stays: %s', (text) => {
    expect(unicodeBurmese(text)).toEqual({ text, typed: null })
  })

  it.each([
    ['ကိုေအာင္', 'ကိုအောင်'],
    ['ေဒၚခင္', 'ဒေါ်ခင်'],
    ['သိန္း ၅၀', 'သိန်း ၅၀'],
  ])('a name in Zawgyi is known: %s', (text, unicode) => {
    expect(unicodeBurmese(text)).toEqual({ text: unicode, typed: text })
  })

  it('typed in Zawgyi becomes Unicode, and what was typed is kept', () => {
    expect(unicodeBurmese(TYPED)).toEqual({ text: WRITTEN, typed: TYPED })
  })

  it('in Unicode stays as it is', () => {
    expect(UNICODE.length).toBeGreaterThan(30)
    for (const line of UNICODE) expect(unicodeBurmese(line)).toEqual({ text: line, typed: null })
  })

  it('in Zawgyi is known line by line, and converting twice changes nothing', () => {
    expect(ZAWGYI.length).toBeGreaterThan(30)
    for (const line of ZAWGYI) {
      const { text, typed } = unicodeBurmese(line)
      expect(typed).toBe(line)
      expect(unicodeBurmese(text)).toEqual({ text, typed: null })
    }
  })
})

it('text without Burmese letters is never touched', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/\p{Script=Myanmar}/u.test(text))
      expect(unicodeBurmese(text)).toEqual({ text, typed: null })
    }),
  )
})

it('every text of a report is converted and its original named by its place', () => {
  const report = {
    ...noAnswers(),
    story: TYPED,
    parties: [{ role: 'broker' as const, name: TYPED }, { role: 'lender' as const }],
    fees: [{ payeeName: 'Ko Aung' }, { payeeName: TYPED }],
    contact: { channel: 'phone' as const, safeTimes: TYPED },
  }
  const { answers, typed } = unicodeAnswers(report as Parameters<typeof unicodeAnswers>[0])
  expect(answers).toMatchObject({
    story: WRITTEN,
    parties: [{ name: WRITTEN }, {}],
    fees: [{}, { payeeName: WRITTEN }],
  })
  expect(typed).toEqual({
    story: TYPED,
    'parties.0.name': TYPED,
    'fees.1.payeeName': TYPED,
    'contact.safeTimes': TYPED,
  })
  expect(unicodeAnswers(answers)).toEqual({ answers, typed: {} })
})
