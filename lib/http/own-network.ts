import 'server-only'
import { headers } from 'next/headers'
import { networkOf } from './network-address'

/** The network that this request comes from, to be counted and never kept. */
export async function ownNetwork(): Promise<string> {
  return networkOf((await headers()).get('x-forwarded-for'))
}
