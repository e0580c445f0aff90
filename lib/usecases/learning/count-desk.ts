import 'server-only'
import { deskCounter } from './desk-counter'

/** Counts what changed of the measures of our own work before anybody asks. Returns how many months and organisations. */
export async function countDesk(): Promise<number> {
  const { done } = await deskCounter().count()
  return done
}
