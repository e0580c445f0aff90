/**
 * The network a request comes from, for counting wrong tries: the whole IPv4 address, the first 64 bits of an IPv6 one (what
 * one household or dormitory is given). Of `x-forwarded-for` the last entry counts: the nearest proxy wrote it, those before
 * it are whatever the browser claimed. Next fills the header with the connection's own address when no proxy did.
 */
export function networkOf(forwardedFor: string | null): string {
  const address = (forwardedFor ?? '').split(',').at(-1)?.trim().toLowerCase() ?? ''
  const mapped = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/u.exec(address)
  if (mapped?.[1]) return mapped[1]
  const [head = '', tail] = address.replace(/^\[|\](?::\d+)?$|%.*$/gu, '').split('::')
  const start = head === '' ? [] : head.split(':')
  const end = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : Math.max(0, 8 - start.length - end.length)
  const groups = [...start, ...Array.from({ length: missing }, () => '0'), ...end]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/u, ''))
    .join(':')
}
