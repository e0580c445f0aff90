import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { cleanText } from '@/lib/domain/writing/clean-text'
import { markedReadings, shownReadings, withoutReadings } from '@/lib/i18n/readings'
import { translatorFrom } from '@/lib/i18n/translator'
import { plainPage } from '@/lib/web-server/plain-page'

const MESSAGE = '[漢字|かんじ]を[読|よ]む'
const CATALOG = { 'common.yes': MESSAGE, 'common.about_amount': '[約|やく]{amount}' }
const MARK = /[\uFFF9-\uFFFB]/u

describe('readings', () => {
  it('are left out of plain words', () => {
    const t = translatorFrom(CATALOG, 'ja')
    expect(t('common.yes')).toBe('漢字を読む')
    expect(t('common.about_amount', { amount: '[a|b]' })).toBe('約[a|b]')
  })

  it('become ruby on a page', () => {
    const t = translatorFrom(CATALOG, 'ja', 'marked')
    const html = renderToStaticMarkup(createElement('p', null, t('common.about_amount', { amount: '<b>5</b>' })))
    expect(shownReadings(html)).toBe('<p><span><ruby>約<rt>やく</rt></ruby>&lt;b&gt;5&lt;/b&gt;</span></p>')
  })

  it('never stand in attributes, titles, options, text areas and drawings', () => {
    const t = translatorFrom(CATALOG, 'ja', 'marked')
    const words = t('common.yes')
    const html = renderToStaticMarkup(
      createElement(
        'div',
        { 'aria-label': words, 'data-words': words },
        createElement('select', null, createElement('option', null, words)),
        createElement('textarea', { defaultValue: words }),
        createElement('svg', null, createElement('text', null, words)),
        createElement('p', null, words),
      ),
    )
    const shown = shownReadings(`<title>${words}</title>${html}`)
    expect(shown.match(/<ruby>/gu)).toHaveLength(2)
    expect(shown).not.toMatch(MARK)
    expect(shown).toContain('<title>漢字を読む</title>')
    expect(shown).toContain('aria-label="漢字を読む"')
    expect(shown).toContain('<option>漢字を読む</option>')
    expect(shown).toContain('<p><span><ruby>漢字<rt>かんじ</rt></ruby>を')
  })

  it('what a person wrote in brackets stays as it is', () => {
    const shown = shownReadings('<html lang="ja"><p>[漢字|かんじ]</p>')
    expect(shown).toContain('[漢字|かんじ]')
  })

  it('marks of a person are no readings, and many of them cost no time', () => {
    expect(cleanText('\uFFF9a\uFFFAb\uFFFB')).toBe('ab')
    const many = `<html lang="ja"><p>${'\uFFF9'.repeat(50_000)}</p>`
    // Quadratic work on this would take minutes and run into the test's time limit.
    expect(shownReadings(many)).toHaveLength(many.length)
  })

  it('a page without any is the same page', () => {
    const page = '<html lang="vi"><p>3月1日</p>'
    expect(shownReadings(page)).toBe(page)
  })
})

it('the web server shows them on every worker page', () => {
  const words = translatorFrom(CATALOG, 'ja', 'marked')('common.yes')
  const page = `<!DOCTYPE html><html lang="ja" data-plain="1"><head><title>${words}</title></head><body><h1>${words}</h1></body></html>`
  expect(plainPage(page)).toContain('<h1><span><ruby>漢字<rt>かんじ</rt></ruby>を')
  expect(plainPage(page)).toContain('<title>漢字を読む</title>')
})

describe('dates on a Japanese page', () => {
  const read = (text: string) => withoutRuby(shownReadings(`<html lang="ja"><p>${text}</p>`))
  /** Only what is said: the readings in place of their words. */
  const withoutRuby = (html: string) =>
    html.replace(/<ruby>[^<]*<rt>([^<]*)<\/rt><\/ruby>/gu, '$1').replace(/<[^>]*>/gu, '')

  it.each([
    ['2026年11月27日', '2026ねん11がつ27にち'],
    ['2026年4月1日水曜日', '2026ねん4がつついたちすいようび'],
    ['2026年3月', '2026ねん3がつ'],
    ['12月20日', '12がつはつか'],
    ['3か月', '3か月'],
    ['月', '月'],
  ])('%s is read %s', (written, said) => {
    expect(read(written)).toBe(said)
  })

  it('a date that has its reading keeps it', () => {
    expect(shownReadings(`<html lang="ja"><p>${markedReadings('[4月|しがつ]')}</p>`)).toContain(
      '<ruby>4月<rt>しがつ</rt></ruby>',
    )
  })
})

it('a message without its readings is the message', () => {
  expect(withoutReadings(MESSAGE)).toBe('漢字を読む')
  expect(withoutReadings('{count, plural, other {[件|けん]#}}')).toBe('{count, plural, other {件#}}')
})
