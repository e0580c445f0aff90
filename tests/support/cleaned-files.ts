import { expect } from 'vitest'
import type { FilePurpose } from '@/lib/domain/files/purposes'
import { processFile, type CleanFile } from '@/lib/files/process-file'
import { PHONE, PLACE } from './files'

export async function cleaned(
  bytes: Buffer,
  purpose: FilePurpose = 'document_other',
  keepDate = false,
): Promise<CleanFile> {
  const result = await processFile(bytes, { purpose, keepDate })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

export async function refusalOf(bytes: Buffer, purpose: FilePurpose = 'document_other'): Promise<string | null> {
  const result = await processFile(bytes, { purpose, keepDate: false })
  return result.ok ? null : result.error.code
}

export function expectSilent(bytes: Buffer): void {
  const text = bytes.toString('latin1')
  for (const secret of [PLACE, PHONE, 'Nguyen Van A', 'secret words']) expect(text).not.toContain(secret)
}
