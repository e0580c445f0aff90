import 'server-only'

/**
 * The text of a file in the encodings that spreadsheets write: UTF-8 with or without its mark, UTF-16 with it or in Latin letters
 * without, and Shift_JIS as Japanese ones do. Null where none fits: a guess would spoil names.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: string } | null {
  const encodings =
    hasMark(bytes, 0xff, 0xfe) || isWide(bytes, 1)
      ? ['utf-16le']
      : hasMark(bytes, 0xfe, 0xff) || isWide(bytes, 0)
        ? ['utf-16be']
        : ['utf-8', 'shift_jis']
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding)
    if (text !== null && !/[\0\uFFFD]/u.test(text)) return { text: text.normalize('NFC'), encoding }
  }
  return null
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function hasMark(bytes: Uint8Array, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second
}

/** Whether every other byte of the beginning is nothing, as of Latin letters in two bytes each. */
function isWide(bytes: Uint8Array, from: 0 | 1): boolean {
  const some = bytes.subarray(0, 64)
  if (some.length < 8) return false
  const zeros = some.filter((byte, index) => index % 2 === from && byte === 0).length
  return zeros > some.length / 4
}
