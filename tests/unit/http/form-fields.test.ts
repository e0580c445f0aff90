import { describe, expect, it } from 'vitest'
import { cleanText } from '@/lib/domain/writing/clean-text'
import { readFields } from '@/lib/http/form-fields'

function formOf(...entries: readonly (readonly [string, string])[]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('reading a form', () => {
  it('leaves out the fields of React and files', () => {
    const data = formOf(['$ACTION_REF_1', ''], ['$ACTION_1:0', '{}'], ['amount', '120'])
    data.append('photo', new File(['x'], 'x.jpg'))
    expect(readFields(data)).toEqual({ amount: '120' })
  })

  it('gives repeated names as lists, and listed names always', () => {
    const data = formOf(['what', 'threats'], ['reach', 'a'], ['reach', 'b'])
    expect(readFields(data, ['what', 'nothing_ticked'])).toEqual({
      what: ['threats'],
      reach: ['a', 'b'],
      nothing_ticked: [],
    })
  })

  it('cleans nothing of a password: control characters, order marks and composed letters stay as they were typed', () => {
    const typed = ' m\u0000ậ\u0323t \u202ekhẩu\u007f\r\n'
    const data = formOf(['password', typed], ['name', typed])
    expect(readFields(data, [], ['password'])).toEqual({ password: typed, name: cleanText(typed) })
    expect(cleanText(typed)).not.toBe(typed)
  })

  it('is not led astray by the names of objects', () => {
    expect(Object.keys(readFields(formOf(['__proto__', 'x'], ['constructor', 'y'])))).toContain('constructor')
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})

describe('cleaning text', () => {
  it.each([
    ['line ends become one kind', 'a\r\nb\rc', 'a\nb\nc'],
    ['control characters go, tab and newline stay', 'a\u0000b\u0007\tc\nd\u009f', 'ab\tc\nd'],
    ['marks that turn the reading order go', 'abc\u202Egpj.exe\u2066x\u2069', 'abcgpj.exex'],
    ['letters are composed', 'Vie\u0323\u0302t', 'Việt'],
    ['emoji and joiners stay', '👩🏽‍🔧 क्‍ष', '👩🏽‍🔧 क्‍ष'],
    ['half a character becomes the replacement sign', 'a\ud800b', 'a\ufffdb'],
  ])('%s', (_, raw, clean) => {
    expect(cleanText(raw)).toBe(clean)
  })
})
