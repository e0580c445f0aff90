/**
 * The header that makes a browser keep a file instead of showing it (RFC 6266). A name in any script: what a header cannot hold
 * goes encoded beside a plain one (RFC 8187).
 */
export function attachment(name: string, ending: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9-]/gu, '')
  const whole = `${plain === '' ? 'ticket' : plain}.${ending}`
  if (plain === name) return `attachment; filename="${whole}"`
  return `attachment; filename="${whole}"; filename*=UTF-8''${encodeURIComponent(`${name}.${ending}`)}`
}
