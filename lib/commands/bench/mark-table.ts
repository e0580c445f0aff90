import type { Mark } from './lighthouse'

/** The marks of Lighthouse as a table: accessibility, best practices and performance of each page, of 100. */
export function markTable(marks: readonly Mark[]): string {
  const lines = marks.map(({ page, locale, scores, failed }) => [
    `${page}, ${locale}`,
    ...[scores.accessibility, scores['best-practices'], scores.performance].map((score) => String(score ?? '–')),
    failed.join(', '),
  ])
  const head = ['page', 'access', 'practices', 'speed', 'below 90']
  const widths = head.map((cell, column) => Math.max(cell.length, ...lines.map((line) => line[column]?.length ?? 0)))
  const row = (line: readonly string[]) =>
    `| ${line.map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`
  const rule = widths.map((width, column) => (isNumber(column) ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2)))
  return [row(head), `|${rule.join('|')}|`, ...lines.map(row)].join('\n')
}

const isNumber = (column: number) => column > 0 && column < 4
