import { z } from 'zod'
import { isLoopback } from './served-addresses'

// The settings of the file store, read by lib/platform/env.ts.

const S3_NAMES = [
  'FILES_S3_ENDPOINT',
  'FILES_S3_BUCKET',
  'FILES_S3_REGION',
  'FILES_S3_ACCESS_KEY',
  'FILES_S3_SECRET_KEY',
] as const

/** What every schema of settings has of the file store. */
export const fileSettingsShape = {
  FILES_DIRECTORY: z.string().default('.data/files'),
  FILES_S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'is not an address such as https://s3.example.org' })
    .optional(),
  FILES_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { error: 'is not the name of a bucket' })
    .optional(),
  FILES_S3_REGION: z.string().default('us-east-1'),
  FILES_S3_ACCESS_KEY: z.string().optional(),
  FILES_S3_SECRET_KEY: z.string().optional(),
  FILES_S3_QUOTA_GB: z.coerce.number({ error: 'is not a number' }).positive({ error: 'is not above 0' }).optional(),
  CLAMD_ADDRESS: z
    .string()
    .regex(/^(?:unix:\/.+|.+:\d{1,5})$/u, { error: 'is neither unix:/path of a socket nor host:port' })
    .optional(),
  SCAN_COMMAND: z.string().optional(),
} as const

export type FileSettings = z.output<z.ZodObject<typeof fileSettingsShape>>

/** Half a store is a mistake: says which of its settings are missing. */
export function refuseHalfStore(settings: FileSettings, context: z.core.$RefinementCtx): void {
  if (!S3_NAMES.some((name) => name !== 'FILES_S3_REGION' && settings[name] !== undefined)) return
  for (const name of S3_NAMES) {
    if (settings[name] === undefined)
      context.addIssue({
        code: 'custom',
        path: [name],
        message: 'is missing: the other settings of the bucket are set',
      })
  }
}

/** The bucket, or null: files go to the folder. */
export function bucketOf(settings: FileSettings) {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket, FILES_S3_REGION: region } = settings
  const { FILES_S3_ACCESS_KEY: accessKey, FILES_S3_SECRET_KEY: secretKey } = settings
  return endpoint && bucket && accessKey && secretKey ? { endpoint, bucket, region, accessKey, secretKey } : null
}

const GB = 1000 ** 3

/** What may lie in the bucket, in bytes; null where nobody said. */
export function quotaOf(settings: FileSettings): number | null {
  const { FILES_S3_QUOTA_GB: gigabytes } = settings
  return gigabytes === undefined || bucketOf(settings) === null ? null : gigabytes * GB
}

/** How the bucket is reached; `none` where files lie in a folder. What lies in it is sealed before it goes. */
export type BucketLine = 'none' | 'here' | 'encrypted' | 'open'

export function bucketLineOf(settings: FileSettings): BucketLine {
  const bucket = bucketOf(settings)
  if (bucket === null) return 'none'
  const { protocol, hostname } = new URL(bucket.endpoint)
  if (protocol === 'https:') return 'encrypted'
  return isLoopback(hostname) ? 'here' : 'open'
}

/** The settings of the file store as variables for the application's own process. */
export function fileVariables(settings: FileSettings): Readonly<Record<string, string>> {
  const { FILES_DIRECTORY, CLAMD_ADDRESS, SCAN_COMMAND, FILES_S3_QUOTA_GB } = settings
  const quota = FILES_S3_QUOTA_GB === undefined ? {} : { FILES_S3_QUOTA_GB: String(FILES_S3_QUOTA_GB) }
  const all = Object.fromEntries(S3_NAMES.map((name) => [name, settings[name]]))
  return Object.fromEntries(
    Object.entries({ FILES_DIRECTORY, CLAMD_ADDRESS, SCAN_COMMAND, ...quota, ...all }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
}
