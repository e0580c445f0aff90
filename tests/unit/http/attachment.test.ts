import { describe, expect, test } from 'vitest'
import { attachment } from '@/lib/http/attachment'

describe('the name of a file to keep', () => {
  test.each([
    ['ticket', 'attachment; filename="ticket.png"'],
    ['tanda-terima', 'attachment; filename="tanda-terima.png"'],
    ['回执', `attachment; filename="ticket.png"; filename*=UTF-8''%E5%9B%9E%E6%89%A7.png`],
    ['a"\r\nb', `attachment; filename="ab.png"; filename*=UTF-8''a%22%0D%0Ab.png`],
  ])('%s', (name, header) => {
    expect(attachment(name, 'png')).toBe(header)
    expect(() => new Headers({ 'Content-Disposition': header })).not.toThrow()
  })
})
