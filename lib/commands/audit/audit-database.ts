import { isProductionStart, productionEnv } from '@/lib/platform/env'
import { openOwnerDatabase } from '../preparation'
import type { StopList } from '../stop-signals'

/** The owner's connection string; the database is read as it is, no migration runs. Of production, or the embedded one. */
export async function auditDatabase(stops: StopList): Promise<string> {
  return isProductionStart() ? productionEnv().DATABASE_URL : openOwnerDatabase(stops)
}
