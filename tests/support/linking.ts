import { randomUUID } from 'node:crypto'
import type { Linking } from '@/lib/usecases/link-cases'
import { versionOf, type StoredCase } from './cases'

/** The form that links two cases as they stand. */
export async function linking(found: StoredCase, other: StoredCase, change: Partial<Linking> = {}): Promise<Linking> {
  return {
    number: found.number,
    version: await versionOf(found.id),
    otherNumber: other.number,
    kind: 'related',
    reason: 'Both paid the same go-between.',
    requestId: randomUUID(),
    ...change,
  }
}
