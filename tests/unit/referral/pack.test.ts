import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildPack } from '@/lib/domain/referral/pack/build-pack'
import { PACK_LANGUAGES } from '@/lib/domain/referral/pack/pack'
import { printPack } from '@/lib/domain/referral/pack/print-pack'
import { drawPack } from '@/lib/files/referral-pack/draw-pack'
import { packLabels, packPrintWords } from '@/lib/i18n/pack-words'
import { A_HEAD, ALL_ITEMS, aPackSource, MARKS } from '@/tests/support/pack'
import { pdfFiles, pdfText } from '@/tests/support/pdf-text'

const AT = new Date(A_HEAD.madeAt)
const build = (agreed: readonly string[], source = aPackSource()) => buildPack(A_HEAD, source, agreed, packLabels)

/** Nothing of the items that were not agreed to; the mark of each that was. */
function holdsExactly(text: string, agreed: readonly string[]) {
  for (const item of ALL_ITEMS) {
    const isSaid = text.includes(MARKS[item] ?? '')
    expect([item, isSaid]).toEqual([item, agreed.includes(item)])
  }
  // A translation goes with the words it is of.
  expect(text.includes('They keep my passport')).toBe(agreed.includes('story'))
}

describe('a hand-over pack', () => {
  it('holds exactly what was agreed to, for any choice of items', () => {
    fc.assert(
      fc.property(fc.subarray([...ALL_ITEMS]), (agreed) => {
        const pack = build(agreed)
        expect(pack.items.map(({ item }) => item).toSorted()).toEqual([...agreed].toSorted())
        holdsExactly(JSON.stringify(pack.items), agreed)
      }),
      { numRuns: 300 },
    )
  })

  it('draws exactly what was agreed to, in every language, and carries the same as data', async () => {
    const print = packPrintWords('vi')
    // What stands as a code in the data stands as words on paper.
    const words: Record<string, string> = Object.fromEntries(
      ALL_ITEMS.map((item) => [item, MARKS[item] ?? '']).map(([item = '', mark = '']) => [
        item,
        /^\d{4}-\d{2}(-\d{2})?$/.test(mark) ? print.day(mark) : mark,
      ]),
    )
    words['verdicts'] = packLabels('referrals.pack_verdict_all', '').vi
    words['signs'] = packLabels('referrals.pack_sign', '').vi
    await fc.assert(
      fc.asyncProperty(fc.subarray([...ALL_ITEMS]), async (agreed) => {
        const pack = build(agreed)
        const data = new TextEncoder().encode(JSON.stringify(pack.items))
        const bytes = await drawPack(printPack(pack, print), data, AT)
        const text = (await pdfText(bytes)).replaceAll(/\s+/g, ' ')
        for (const item of ALL_ITEMS)
          expect([item, text.includes(words[item] ?? '')]).toEqual([item, agreed.includes(item)])
        holdsExactly((await pdfFiles(bytes))['pack.json'] ?? '', agreed)
      }),
      { numRuns: 6 },
    )
  }, 60_000)

  it('says the codes in the reader’s language and leaves free text as it was given', async () => {
    const pack = build(ALL_ITEMS)
    const said = { ja: '仲介者', en: 'Broker', vi: 'môi giới' }
    for (const language of PACK_LANGUAGES) {
      const drawn = await pdfText(
        await drawPack(printPack(pack, packPrintWords(language)), new Uint8Array([123, 125]), AT),
      )
      const text = drawn.replaceAll(/\s+/g, ' ')
      expect(text).toContain(packLabels('referrals.print_title', '')[language])
      expect(text.toLowerCase()).toContain(
        packLabels('codes.party_role.broker', said[language])[language].toLowerCase(),
      )
      expect(text).toContain('Họ giữ hộ chiếu của tôi')
      expect(text).toContain('They keep my passport')
      expect(text).toContain('Officer Mẫu')
      expect(text).toMatch(/120[.,]000[.,]000/)
    }
  }, 60_000)

  it.each([
    ['km', 'គេរក្សាលិខិតឆ្លងដែនរបស់ខ្ញុំ'],
    ['my', 'ကျွန်တော့်ပတ်စပို့ကို သိမ်းထားတယ်'],
    ['ne', 'मेरो राहदानी राखेका छन्'],
    ['th', 'เขาเก็บหนังสือเดินทางของฉัน'],
  ])('does not draw %s wrongly: the words go along as a file', async (language, words) => {
    const source = aPackSource({ story: [{ text: words, language, saidOn: '2026-11-01', translation: null }] })
    const pack = build(['story'], source)
    const bytes = await drawPack(printPack(pack, packPrintWords('en')), new Uint8Array([123, 125]), AT)
    const text = await pdfText(bytes)
    expect(text).toContain('text-1.txt')
    expect(/[\u0900-\u109f\u1780-\u17ff\u0e00-\u0e7f]/.test(text)).toBe(false)
    expect(await pdfFiles(bytes)).toMatchObject({ 'text-1.txt': words })
  })

  it('keeps amounts exact: minor units, currency and how many digits are behind the point', () => {
    const [section] = build(['fees']).items
    const amount = section?.rows[0]?.find(({ field }) => field === 'amount')?.value
    expect(amount).toEqual({ type: 'money', minor: '120000000', currency: 'VND', digits: 0 })
  })

  it('names who got a payment only where the names of parties go too', () => {
    expect(JSON.stringify(build(['fees', 'loans']))).not.toContain('Công ty Mẫu')
    expect(JSON.stringify(build(['fees', 'parties']).items[0])).toContain('Công ty Mẫu')
  })
})
