import 'server-only'
import path from 'node:path'
import { env, type Env } from '@/lib/platform/env'
import { installationId } from '@/lib/sealing/master-key'
import type { FileStore } from './file-store'
import { folderStore } from './folder-store'
import { s3Store } from './s3-store'

declare global {
  var fairPassageStore: FileStore | undefined
}

/** The one store of this process: the bucket where one is set, otherwise the folder. */
export function fileStore(): FileStore {
  return (globalThis.fairPassageStore ??= openStore(env(), installationId()))
}

/**
 * Every installation keeps to a corner named after its first master key, so that two of them with one folder or bucket (a test beside
 * a demonstration) never take each other's files for forgotten ones.
 */
export function openStore(settings: Pick<Env, 'FILES_S3' | 'FILES_DIRECTORY'>, corner: string): FileStore {
  return settings.FILES_S3
    ? s3Store(settings.FILES_S3, corner)
    : folderStore(path.resolve(settings.FILES_DIRECTORY, corner))
}
