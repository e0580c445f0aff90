/** How a cell looks; its place in `cellXfs` below. */
export const STYLES = {
  plain: 0,
  heading: 1,
  text: 2,
  count: 3,
  share: 4,
  decimal: 5,
  words: 6,
  held: 7,
  yen: 8,
} as const
export type Style = keyof typeof STYLES

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/**
 * Formats 3 and 4 are the built-in `#,##0` and `#,##0.00` (ECMA-376, 18.8.30). `quotePrefix` keeps a text a text also when somebody
 * edits the cell.
 */
export const STYLES_XML = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="&quot;¥&quot;#,##0"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9">${[
  xf(0, 0),
  xf(49, 1, ' quotePrefix="1"'),
  xf(49, 0, ' quotePrefix="1"'),
  xf(3, 0),
  xf(164, 0),
  xf(4, 0),
  xf(49, 0, ' quotePrefix="1"', '<alignment vertical="top" wrapText="1"/>'),
  xf(49, 0, ' quotePrefix="1"', '<alignment horizontal="right"/>'),
  xf(165, 0),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

function xf(format: number, font: number, more = '', inside = ''): string {
  const applied = `${format === 0 ? '' : ' applyNumberFormat="1"'}${font === 0 ? '' : ' applyFont="1"'}${inside === '' ? '' : ' applyAlignment="1"'}`
  return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"${applied}${more}${inside === '' ? '/>' : `>${inside}</xf>`}`
}
