/** Letters of an ordinary address (RFC 5321 without quoted parts and comments), 254 characters at most. */
const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
const LONGEST = 254
const LONGEST_LOCAL_PART = 64

/** Whether mail may be addressed to this: one plain address, no list, no name, no line break, nothing a header could be made of. */
export function isPlainAddress(text: string): boolean {
  return text.length <= LONGEST && text.indexOf('@') <= LONGEST_LOCAL_PART && ADDRESS.test(text)
}
