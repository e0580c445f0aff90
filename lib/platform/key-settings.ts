import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'

// The settings of the keys, read by lib/platform/env.ts. docs/keys.md says when which is set.

const KEY_BYTES = 32
const OTHERS_MAY = 0o077
const MAKE_ONE = 'Make one: openssl rand -base64 32'

/** What every schema of settings has of keys. Each can lie in a file instead: the same name with _FILE. */
export const keySettingsShape = {
  ENCRYPTION_KEY: z.string().optional(),
  ENCRYPTION_KEY_FILE: z.string().optional(),
  /** Known already, for what other processes seal with it; not sealed with yet. */
  NEXT_ENCRYPTION_KEY: z.string().optional(),
  NEXT_ENCRYPTION_KEY_FILE: z.string().optional(),
  /** Keys that ENCRYPTION_KEY was before, the newest first, with commas or line ends between. */
  FORMER_ENCRYPTION_KEYS: z.string().optional(),
  FORMER_ENCRYPTION_KEYS_FILE: z.string().optional(),
  BLIND_INDEX_KEY: z.string().optional(),
  BLIND_INDEX_KEY_FILE: z.string().optional(),
  NEXT_BLIND_INDEX_KEY: z.string().optional(),
  NEXT_BLIND_INDEX_KEY_FILE: z.string().optional(),
  /** A program that opens and makes keys of the form kms:id:ciphertext (lib/sealing/kms.ts). */
  KMS_COMMAND: z.string().optional(),
  /** What the database keeps of former keys, sealed; the start puts it here (lib/sealing/kept-keys.ts). */
  KEPT_KEYS: z.string().optional(),
} as const

export type KeySettings = Partial<z.output<z.ZodObject<typeof keySettingsShape>>>
type KeyName =
  | 'ENCRYPTION_KEY'
  | 'NEXT_ENCRYPTION_KEY'
  | 'FORMER_ENCRYPTION_KEYS'
  | 'BLIND_INDEX_KEY'
  | 'NEXT_BLIND_INDEX_KEY'

/** The keys as they are set: base64 or kms:id:ciphertext, not opened yet. */
export type KeyTexts = {
  readonly current: string
  readonly next: string | null
  readonly former: readonly string[]
  readonly blind: string | null
  readonly nextBlind: string | null
}

/** A setting of keys that cannot be used; the message never holds a value. */
export class KeySettingError extends Error {
  readonly setting: string
  constructor(setting: string, message: string) {
    super(message)
    this.setting = setting
  }
}

/** The keys of these settings. Throws KeySettingError. */
export function keyTexts(settings: KeySettings): KeyTexts {
  const current = one(settings, 'ENCRYPTION_KEY')
  if (current === null)
    throw new KeySettingError(
      'ENCRYPTION_KEY',
      `is missing. ${MAKE_ONE}, and keep a copy away from the database: without it no case can be read`,
    )
  return {
    current,
    next: one(settings, 'NEXT_ENCRYPTION_KEY'),
    former: listed(settings, 'FORMER_ENCRYPTION_KEYS'),
    blind: one(settings, 'BLIND_INDEX_KEY'),
    nextBlind: one(settings, 'NEXT_BLIND_INDEX_KEY'),
  }
}

/** Which setting of keys cannot be used, in words; null when all can. */
export function keyProblem(settings: KeySettings): string | null {
  try {
    keyTexts(settings)
    return null
  } catch (error) {
    if (error instanceof KeySettingError) return `${error.setting} ${error.message}`
    throw error
  }
}

/** The settings of keys as variables for the application's own process: where a file was named, its name and not what is in it. */
export function keyVariables(settings: KeySettings): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(keySettingsShape).flatMap((name) => {
      const value = settings[name as keyof KeySettings]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function one(settings: KeySettings, name: KeyName): string | null {
  const keys = listed(settings, name)
  if (keys.length > 1) throw new KeySettingError(name, 'holds more than one key')
  return keys[0] ?? null
}

function listed(settings: KeySettings, name: KeyName): string[] {
  const text = settings[name]
  const file = settings[`${name}_FILE`]
  if (text !== undefined && file !== undefined)
    throw new KeySettingError(name, `is set twice: as ${name} and as ${name}_FILE`)
  const keys = (file === undefined ? (text ?? '') : contentOf(`${name}_FILE`, file))
    .split(/[,\n]/)
    .map((key) => key.trim())
    .filter((key) => key !== '')
  const setting = file === undefined ? name : `${name}_FILE`
  if (file !== undefined && keys.length === 0) throw new KeySettingError(setting, 'names an empty file')
  if (!keys.every(isKeyText))
    throw new KeySettingError(
      setting,
      `holds a key that is neither ${KEY_BYTES} bytes in base64 nor kms:id:ciphertext. ${MAKE_ONE}`,
    )
  return keys
}

function isKeyText(text: string): boolean {
  if (text.startsWith('kms:')) return /^kms:[\w./@=+-]+:[A-Za-z0-9+/=_-]+$/.test(text)
  return Buffer.from(text, 'base64').length === KEY_BYTES
}

/** A key that others on the machine can read is nobody's secret: such a file is refused. */
function contentOf(setting: string, file: string): string {
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & OTHERS_MAY) !== 0)
      throw new KeySettingError(setting, 'names a file that others may read: chmod 600, or 400')
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof KeySettingError) throw error
    throw new KeySettingError(setting, 'names a file that cannot be read')
  }
}
