import { installQueue } from '@/lib/queue/install'
import { migrateDatabase } from './migrate'
import { rewritePartyKeys } from './party-keys'
import { loadReferenceData } from './reference-data'

/** Brings a database up to this version: its migrations, the tables of the job queue, the keys of the register, and the reference data that comes with it. As owner. */
export async function prepareDatabase(ownerUrl: string, onProgress?: (line: string) => void): Promise<void> {
  await migrateDatabase(ownerUrl, onProgress)
  await installQueue(ownerUrl)
  const rewritten = await rewritePartyKeys(ownerUrl)
  if (rewritten > 0) onProgress?.(`keys of ${rewritten} names of the register`)
  const { notes } = await loadReferenceData(ownerUrl)
  for (const note of notes) onProgress?.(note)
}
