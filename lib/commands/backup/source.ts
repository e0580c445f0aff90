import path from 'node:path'
import { embeddedEnv, isProductionStart, productionEnv } from '@/lib/platform/env'
import { bucketOf, type FileSettings } from '@/lib/platform/file-settings'
import type { KeySettings } from '@/lib/platform/key-settings'
import type { FileStore } from '@/lib/storage/file-store'
import { openStore } from '@/lib/storage/store'
import { DATA_DIRECTORY, openOwnerDatabase } from '../preparation'
import { readOrMakeSecrets } from '../secrets'
import type { StopList } from '../stop-signals'

/** What is backed up, or restored into: a database, its keys and its files. */
export type Source = {
  readonly ownerUrl: string
  readonly keys: KeySettings
  /** The store in the corner of an installation. */
  readonly storeOf: (corner: string) => FileStore
}

/** Of production, as the settings say; or what runs on this machine without settings. */
export async function sourceOfSettings(stops: StopList): Promise<Source> {
  if (isProductionStart()) return sourceOfProduction()
  const ownerUrl = await openOwnerDatabase(stops)
  return { ownerUrl, ...embeddedSource() }
}

/** The database of DATABASE_URL as it is: nothing is migrated. */
export function sourceOfProduction(): Source {
  const settings = productionEnv()
  return { ownerUrl: settings.DATABASE_URL, keys: settings, storeOf: storesOf(settings) }
}

/** Keys and files of the installation in the data directory. */
export function embeddedSource(): Omit<Source, 'ownerUrl'> {
  const { encryptionKey } = readOrMakeSecrets(DATA_DIRECTORY)
  return { keys: { ENCRYPTION_KEY: encryptionKey }, storeOf: storesOf(embeddedEnv()) }
}

/** A path as the person typed it, in the folder that npm was called in. */
export function fromHere(place: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? '.', place)
}

function storesOf(settings: FileSettings): Source['storeOf'] {
  return (corner) => openStore({ FILES_S3: bucketOf(settings), FILES_DIRECTORY: settings.FILES_DIRECTORY }, corner)
}
