import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'

let known: string | undefined

/** The version of the product, as in its package.json; read once. */
export function productVersion(): string {
  known ??= (JSON.parse(readFileSync(path.join(process.cwd(), 'package.json'), 'utf8')) as { version: string }).version
  return known
}
