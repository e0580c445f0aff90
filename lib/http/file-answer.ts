import { downloadName, FILE_FORMATS, type FileFormat } from '@/lib/domain/files/formats'
import { FILE_CONTENT_SECURITY_POLICY } from './security-headers'

type Opened = {
  readonly id: string
  readonly kind: string
  readonly format: FileFormat
  readonly bytes: Uint8Array
}

/**
 * A file as it goes out: to be saved, never shown in our own place; its type is the one we decided, and a browser may not guess
 * another. Even opened it may load and run nothing.
 */
export function fileAnswer(file: Opened): Response {
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': FILE_FORMATS[file.format].contentType,
      'Content-Length': String(file.bytes.length),
      'Content-Disposition': `attachment; filename="${downloadName(file)}"`,
      'Content-Security-Policy': FILE_CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
