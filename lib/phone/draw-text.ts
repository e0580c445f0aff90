const WIDTH = 900
const EDGE = 60
const LETTER = 40
const LINE = 64

/** Writes lines of text onto a white picture, as high as they need; long lines go on below. */
export function drawText(canvas: HTMLCanvasElement, text: string): void {
  const paper = canvas.getContext('2d')
  if (!paper) return
  const font = `${LETTER}px system-ui, sans-serif`
  paper.font = font
  const lines = text
    .trim()
    .split('\n')
    .flatMap((line) => wrap(line, (part) => paper.measureText(part).width <= WIDTH - 2 * EDGE))
  // Another size empties a canvas, the font included.
  canvas.width = WIDTH
  canvas.height = 2 * EDGE + lines.length * LINE
  paper.font = font
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.fillStyle = '#000'
  paper.textBaseline = 'middle'
  lines.forEach((line, index) => paper.fillText(line, EDGE, EDGE + (index + 0.5) * LINE))
}

/** One line as several that fit, broken at spaces. */
export function wrap(line: string, fits: (part: string) => boolean): string[] {
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
