import { z } from 'zod'

// What a part of a backup says of itself. Two parts: what cases are made of, and the keys that open them, because keys are kept for a
// shorter time and elsewhere (ADR 006, ADR 054).

export const BACKUP_FORMAT = 'fair-passage-backup/1'
export const MANIFEST = 'manifest.json'
/** Holds the hash of the manifest and is written last: without it a part was cut off. */
export const END_MARK = 'complete'
export const OBJECT_LIST = 'objects.ndjson'

/** Bytes as they were written. */
export type Written = { readonly bytes: number; readonly sha256: string }

const written = { bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/)

const tableSchema = z.object({
  name,
  columns: z.array(name).min(1),
  rows: z.number().int().nonnegative(),
  ...written,
})
export type CopiedTable = z.output<typeof tableSchema>

export const manifestSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  part: z.enum(['cases', 'keys']),
  /** The same for both parts of one backup; the order of time. */
  stamp: z.string().regex(/^\d{8}T\d{6}Z-[0-9a-f]{8}$/),
  /** When the database was seen. */
  takenAt: z.iso.datetime(),
  /** What the database had been through. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** The installation's corner of the file store. */
  corner: z.string(),
  /** Short names of the master keys that wrap the keys. */
  masterKeys: z.array(z.string()),
  tables: z.array(tableSchema),
  sequences: z.array(z.object({ name, last: z.string().regex(/^\d+$/), isCalled: z.boolean() })),
  /** Files: how many, and the list of them; null in the part of the keys. */
  objects: z
    .object({
      count: z.number().int(),
      bytes: z.number().int(),
      gone: z.number().int(),
      missing: z.number().int(),
      list: z.object(written),
    })
    .nullable(),
})
export type Manifest = z.output<typeof manifestSchema>
export type PartName = Manifest['part']

/** `gone`: its row was deleted while the backup was made; `missing`: its row is there and the store does not have it. */
export const objectSchema = z.union([
  z.object({ key: z.string(), ...written }),
  z.object({ key: z.string(), state: z.enum(['gone', 'missing']) }),
])
export type ListedObject = z.output<typeof objectSchema>
