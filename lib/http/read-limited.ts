/** The body of a request as text, or null as soon as it is longer than `maximum` bytes, whatever its headers say. */
export async function readLimited(request: Request, maximum: number): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > maximum) return null
  const reader = request.body?.getReader()
  if (reader === undefined) return ''
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(parts).toString('utf8')
    length += value.length
    if (length > maximum) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
}
