import { readFileSync } from 'node:fs'
import { z } from 'zod'

const entrySchema = z.looseObject({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
})
const lockSchema = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), entrySchema) })

/** A package as the lock file pins it; `isForTests`: no part of what serves. */
export type LockedPackage = {
  readonly place: string
  readonly name: string
  readonly version: string
  readonly resolved: string | null
  readonly integrity: string | null
  readonly licence: string | null
  readonly isForTests: boolean
  /** A build for one kind of machine, or something a package can do without. */
  readonly isOptional: boolean
  readonly hasInstallScript: boolean
}

/** Every package of package-lock.json. */
export function readLockFile(file = 'package-lock.json'): readonly LockedPackage[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, entry]) => ({
      place,
      name: place.split('node_modules/').at(-1) ?? place,
      version: entry.version ?? '',
      resolved: entry.resolved ?? null,
      integrity: entry.integrity ?? null,
      licence: entry.license ?? null,
      isForTests: entry.dev === true,
      isOptional: entry.optional === true || entry.devOptional === true,
      hasInstallScript: entry.hasInstallScript === true,
    }))
}
