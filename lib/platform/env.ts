import 'server-only'
import { z } from 'zod'
import { addressSettingsShape } from './address-settings'
import { bucketOf, fileSettingsShape, refuseHalfStore } from './file-settings'
import { keyProblem, keySettingsShape } from './key-settings'
import { mailSettingsShape, refuseHalfMail } from './mail-settings'

// Every setting of the product, and the only file that reads process.env for one. README's table says the same.

const MINIMUM_SECRET_LENGTH = 32
const DEFAULT_PORT = 3000

const databaseUrl = z
  .string({ error: 'is missing' })
  .regex(/^postgres(ql)?:\/\//, { error: 'is not a connection string: postgresql://user:password@host:5432/database' })

const authSecret = z.string({ error: 'is missing. Make one: openssl rand -base64 32' }).min(MINIMUM_SECRET_LENGTH, {
  error: `is shorter than ${MINIMUM_SECRET_LENGTH} characters. Make one: openssl rand -base64 32`,
})

const port = z.coerce
  .number({ error: 'is not a number' })
  .int({ error: 'is not a whole number' })
  .min(1, { error: 'is below 1' })
  .max(65_535, { error: 'is above 65535' })
  .default(DEFAULT_PORT)

const publicUrl = z.url({
  protocol: /^https?$/,
  error: ({ input }) =>
    input === undefined
      ? 'is missing. It is the address people use, such as https://help.example.org'
      : 'is not an address such as https://help.example.org',
})

const trustedProxyHops = z.coerce
  .number({ error: 'is not a number' })
  .int({ error: 'is not a whole number' })
  .min(0, { error: 'is below 0' })
  .max(10, { error: 'is above 10' })
  .optional()

const logLevel = z
  .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
    error: 'is none of fatal, error, warn, info, debug, silent',
  })
  .default('info')

const metricsToken = z
  .string()
  .min(MINIMUM_SECRET_LENGTH, {
    error: `is shorter than ${MINIMUM_SECRET_LENGTH} characters. Make one: openssl rand -base64 32`,
  })
  .optional()

/** Where the data rests, in words for people. */
const dataLocation = z.string().trim().max(200, { error: 'is longer than 200 characters' }).optional()

const serverSchema = z
  .object({
    APP_DATABASE_URL: databaseUrl,
    AUTH_SECRET: authSecret,
    ...keySettingsShape,
    AUDIT_ANCHOR_DIRECTORY: z.string().optional(),
    DATA_LOCATION: dataLocation,
    METRICS_TOKEN: metricsToken,
    PORT: port,
    PUBLIC_URL: publicUrl.optional(),
    TRUSTED_PROXY_HOPS: trustedProxyHops,
    LOG_LEVEL: logLevel,
    ...addressSettingsShape,
    ...fileSettingsShape,
    ...mailSettingsShape,
    MAIL_CATCHER_DIRECTORY: z.string().optional(),
    // Only the start of the demonstration sets it, never a production start: the sign-in page shows the codes of this secret.
    DEMONSTRATION_APP_SECRET: z.string().optional(),
  })
  .superRefine(refuseHalfStore)
  .superRefine(refuseHalfMail)

/** What production reads, whoever starts it. */
const productionShape = {
  AUTH_SECRET: authSecret,
  ...keySettingsShape,
  AUDIT_ANCHOR_DIRECTORY: z.string().optional(),
  DATA_LOCATION: dataLocation,
  METRICS_TOKEN: metricsToken,
  PORT: port,
  PUBLIC_URL: publicUrl,
  TRUSTED_PROXY_HOPS: trustedProxyHops,
  LOG_LEVEL: logLevel,
  ...addressSettingsShape,
  ...fileSettingsShape,
  ...mailSettingsShape,
} as const

const productionSchema = z
  .object({ DATABASE_URL: databaseUrl, APP_DATABASE_URL: databaseUrl.optional(), ...productionShape })
  .superRefine(refuseHalfStore)
  .superRefine(refuseHalfMail)

const servingSchema = z
  .object({ APP_DATABASE_URL: databaseUrl, ...productionShape })
  .superRefine(refuseHalfStore)
  .superRefine(refuseHalfMail)

const embeddedSchema = z
  .object({
    DATA_LOCATION: dataLocation,
    METRICS_TOKEN: metricsToken,
    PORT: port,
    PUBLIC_URL: publicUrl.optional(),
    TRUSTED_PROXY_HOPS: trustedProxyHops,
    LOG_LEVEL: logLevel,
    ...addressSettingsShape,
    ...fileSettingsShape,
    ...mailSettingsShape,
  })
  .superRefine(refuseHalfStore)
  .superRefine(refuseHalfMail)

/** What the application itself runs on. It never sees the owner's DATABASE_URL. */
export type Env = Omit<z.output<typeof serverSchema>, 'PUBLIC_URL' | 'TRUSTED_PROXY_HOPS'> & {
  readonly PUBLIC_URL: string
  readonly TRUSTED_PROXY_HOPS: number
  /** The bucket for files; null where they go to FILES_DIRECTORY. */
  readonly FILES_S3: ReturnType<typeof bucketOf>
}
/** What a start against a database of one's own needs (DATABASE_URL is set). */
export type ProductionEnv = z.output<typeof productionSchema>
/** What a server reads that finds everything made (`npm run serve`): the owner's DATABASE_URL is none of it. */
export type ServingEnv = z.output<typeof servingSchema>
/** What a start with the embedded database reads; its secrets are made on the first start. */
export type EmbeddedEnv = z.output<typeof embeddedSchema>

/** Settings that are missing or wrong, one line each, with what to do about it. Never contains a value. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  readonly lines: readonly string[]
  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

/** An empty variable is an unset one: that is how compose files and CI say "nothing". */
function withoutEmpty(source: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(source).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  )
}

function read<T>(schema: z.ZodType<T>, source: NodeJS.ProcessEnv, problemOf: (set: object) => string | null): T {
  const set = withoutEmpty(source)
  const parsed = schema.safeParse(set)
  const lines = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  const problem = problemOf(set)
  if (problem !== null) lines.push(problem)
  if (parsed.success && lines.length === 0) return parsed.data
  throw new SettingsError(lines)
}

let current: Env | undefined

/** The application's settings, checked once. Reading is lazy, so that a build needs none. */
export function env(): Env {
  if (current) return current
  const settings = read(serverSchema, process.env, keyProblem)
  const url = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`
  // Over https somebody in front of us ends TLS: that proxy writes who asks.
  const hops = settings.TRUSTED_PROXY_HOPS ?? (url.startsWith('https://') ? 1 : 0)
  current = { ...settings, PUBLIC_URL: url, TRUSTED_PROXY_HOPS: hops, FILES_S3: bucketOf(settings) }
  return current
}

/** Settings of a production start; throws a SettingsError that names everything missing at once. */
export function productionEnv(source: NodeJS.ProcessEnv = process.env): ProductionEnv {
  return read(productionSchema, source, keyProblem)
}

/** Settings of a server that finds everything made. */
export function servingEnv(source: NodeJS.ProcessEnv = process.env): ServingEnv {
  return read(servingSchema, source, keyProblem)
}

/** Settings of a start with the embedded database. */
export function embeddedEnv(source: NodeJS.ProcessEnv = process.env): EmbeddedEnv {
  return read(embeddedSchema, source, () => null)
}

/** Whether this start is meant for a database of one's own. */
export function isProductionStart(source: NodeJS.ProcessEnv = process.env): boolean {
  return (source['DATABASE_URL'] ?? '') !== ''
}

/** Whether people reach us over https, so that cookies are marked Secure and bound to the host. */
export function isSecureOrigin(): boolean {
  return env().PUBLIC_URL.startsWith('https://')
}
