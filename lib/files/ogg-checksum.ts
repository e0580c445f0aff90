const POLYNOMIAL = 0x04c11db7

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte << 24
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 0x80000000 ? (rest << 1) ^ POLYNOMIAL : rest << 1
  return rest >>> 0
})

/** The checksum of an Ogg page (RFC 3533): CRC-32 without reflection, over the page with zeros in place of the checksum. */
export function oggChecksum(bytes: Buffer, start: number, end: number): number {
  let rest = 0
  for (let at = start; at < end; at += 1) {
    const byte = at >= start + 22 && at < start + 26 ? 0 : (bytes[at] ?? 0)
    rest = ((rest << 8) ^ (TABLE[((rest >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0
  }
  return rest
}
