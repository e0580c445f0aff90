import { env } from '@/lib/platform/env'

/**
 * The network a request comes from, for counting wrong tries: the whole IPv4 address, the first 64 bits of an IPv6 one (what
 * one household or dormitory is given). Every proxy of ours adds one entry to `x-forwarded-for`, from the right: the entry of
 * the outermost one counts, those before it are whatever the browser claimed. With fewer entries, or without a proxy, nothing
 * in the header can be believed: all such requests are one network.
 */
export function networkOf(forwardedFor: string | null, trustedHops: number = env().TRUSTED_PROXY_HOPS): string {
  const entries = (forwardedFor ?? '').split(',')
  const address = trustedHops === 0 ? '' : (entries.at(-trustedHops)?.trim().toLowerCase() ?? '')
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
