import { formatSecretCode } from '@/lib/domain/secret-code'
import { drawGlyphs } from './glyphs'

const WIDTH = 720
const MARGIN = 48
const INK = '#10242b'

/** The ticket: the number above, the code in its groups below, four to a line. */
export function ticketSvg(number: string, code: string): string {
  const groups = formatSecretCode(code).split(' ')
  const lines = [groups.slice(0, 4).join(' '), groups.slice(4).join(' ')]
  const drawn = [
    drawGlyphs(number, { x: MARGIN, y: 205, height: 56 }),
    ...lines.map((line, index) => drawGlyphs(line, { x: MARGIN, y: 340 + index * 90, height: 40 })),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="500" viewBox="0 0 ${WIDTH} 500">
<rect width="${WIDTH}" height="500" fill="#fff"/>
<g transform="translate(${MARGIN} 40) scale(2)"><rect width="32" height="32" rx="8" fill="#0c5560"/><path d="M10.5 21.5C18 21.5 14.5 11.5 20.5 11.5" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/><circle cx="8" cy="21.5" r="2.6" fill="none" stroke="#fff" stroke-width="2.4"/><circle cx="23.5" cy="11.5" r="4" fill="#f6c445"/></g>
<path d="M${MARGIN} 250H${WIDTH - MARGIN}" stroke="${INK}" stroke-width="3" stroke-dasharray="2 12" stroke-linecap="round"/>
<g fill="none" stroke="${INK}" stroke-width=".72" stroke-linecap="round" stroke-linejoin="round">${drawn.join('')}</g>
</svg>`
}
