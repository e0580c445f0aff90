import { installQueue } from '@/lib/queue/install'
import { migrateDatabase } from './migrate'
import { loadReferenceData } from './reference-data'

/** Brings a database up to this version: its migrations, the tables of the job queue, and the reference data that comes with it. As owner. */
export async function prepareDatabase(ownerUrl: string, onProgress?: (line: string) => void): Promise<void> {
  await migrateDatabase(ownerUrl, onProgress)
  await installQueue(ownerUrl)
  const { notes } = await loadReferenceData(ownerUrl)
  for (const note of notes) onProgress?.(note)
}
