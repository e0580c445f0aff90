import { describe, expect, test } from 'vitest'
import { drawGlyphs } from '@/lib/files/ticket/glyphs'
import { drawTicket } from '@/lib/files/ticket/picture'
import { ticketSvg } from '@/lib/files/ticket/svg'
import { CASE_NUMBER_ALPHABET } from '@/lib/domain/case-number'

describe('the ticket as a picture', () => {
  test('has a drawing for every sign of a number and of a code', () => {
    for (const sign of `${CASE_NUMBER_ALPHABET}0123456789-`)
      expect(drawGlyphs(sign, { x: 0, y: 6, height: 6 }), sign).toContain('<path')
  })

  test('draws each sign differently', () => {
    const drawn = Array.from(`${CASE_NUMBER_ALPHABET}01`, (sign) => drawGlyphs(sign, { x: 0, y: 6, height: 6 }))
    expect(new Set(drawn).size).toBe(drawn.length)
  })

  test('needs no font, keeps inside its frame and is a small PNG', async () => {
    const svg = ticketSvg('K7M4-Q9XD', '481902736481902736481')
    expect(svg).not.toContain('<text')
    const rightmost = Math.max(...Array.from(svg.matchAll(/translate\(([\d.]+) /gu), ([, x]) => Number(x)))
    expect(rightmost).toBeLessThan(720 - 48)
    const png = await drawTicket('K7M4-Q9XD', '481902736481902736481')
    expect(Array.from(png.slice(1, 4), (byte) => String.fromCodePoint(byte)).join('')).toBe('PNG')
    expect(png.byteLength).toBeLessThan(30_000)
    expect(png.byteLength).toBeGreaterThan(3_000)
  })
})
