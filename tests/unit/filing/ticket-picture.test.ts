import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { drawGlyphs } from '@/app/[locale]/_filing/ticket-glyphs'
import { ticketSvg } from '@/app/[locale]/_filing/ticket-svg'
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

  test('needs no font and stays inside its frame', async () => {
    const svg = ticketSvg('K7M4-Q9XD', '481902736481902736481')
    expect(svg).not.toContain('<text')
    const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true })
    const column = (x: number) => Array.from({ length: info.height }, (_, y) => data[y * info.width + x])
    expect(column(info.width - 20).every((grey) => grey === 255)).toBe(true)
    expect(data.filter((grey) => grey < 60).length).toBeGreaterThan(4_000)
  })
})
