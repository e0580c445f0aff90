import 'server-only'
import type { OwnReading } from '@/lib/domain/own-readings'
import type { Scoped } from './within'

/** Who read the own case, the latest day first (app.own_readings). */
export function listOwnReadings(on: Scoped<'own_case.read'>): Promise<OwnReading[]> {
  return on.db.$queryRaw<OwnReading[]>`SELECT day::text, office, role, name, what FROM app.own_readings()`
}
