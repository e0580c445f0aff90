import { FILE_CONTENT_SECURITY_POLICY } from './security-headers'

type PackFile = { readonly format: string; readonly language?: string | undefined; readonly bytes: Uint8Array }

/** A file of a hand-over pack: to be saved, never shown in our own place or kept on the way, under a name that says nothing. */
export function packAnswer({ format, language, bytes }: PackFile): Response {
  const name = `document${language === undefined || language === 'all' ? '' : `-${language}`}.${format}`
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': format === 'pdf' ? 'application/pdf' : 'application/json; charset=utf-8',
      'Content-Length': String(bytes.length),
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': FILE_CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
