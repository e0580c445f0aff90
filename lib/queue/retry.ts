import 'server-only'
import type { JobKind } from '@/lib/domain/jobs'
import { startBoss } from './boss'

/** Has a failed job tried once more. */
export async function retryInQueue(kind: JobKind, id: string): Promise<void> {
  const boss = await startBoss()
  await boss.retry(kind, id)
}
