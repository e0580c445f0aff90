import 'server-only'
import { err, type Result } from '@/lib/domain/result'
import { NotLookedThrough } from '@/lib/files/not-looked-through'
import { log, logFailure } from '@/lib/platform/logger'
import { StoreFull, StoreUnavailable } from '@/lib/storage/file-store'
import { fileStore } from '@/lib/storage/store'

export type StoreError = { readonly code: 'no_space' | 'unavailable' }

/** Turns a store that is full or silent, or too many files at once, into an answer: what was typed and sent so far is safe, trying again later works. */
export async function withStore<T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E | StoreError>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreFull) {
      log('error', { event: 'file_store_full' })
      return err({ code: 'no_space' })
    }
    if (error instanceof NotLookedThrough && error.code === 'busy') {
      log('warn', { event: 'files_wait_too_long' })
      return err({ code: 'unavailable' })
    }
    if (!(error instanceof StoreUnavailable || error instanceof NotLookedThrough)) throw error
    logFailure(error, { event: 'file_store_unavailable' })
    return err({ code: 'unavailable' })
  }
}

/** Removes objects whose rows are gone. When the store fails, the sweep for forgotten ones finds them later. */
export async function discardObjects(keys: readonly string[]): Promise<void> {
  try {
    await fileStore().delete(keys)
  } catch (error) {
    logFailure(error, { event: 'file_discard_failed' })
  }
}
