// The phone's own small database. Its name and those of its parts say nothing to who looks at them.

/** The name of the database; lib/phone/wipe.ts deletes it. */
export const STORE = 'app'

/** k: keys of this phone. d: the draft kept on it. w: finished reports that wait or were sent. */
export type Part = 'k' | 'd' | 'w'
const PARTS: readonly Part[] = ['k', 'd', 'w']

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(STORE, 1)
    request.onupgradeneeded = () => {
      for (const part of PARTS) request.result.createObjectStore(part)
    }
    request.onsuccess = () => {
      // Leaving in another tab deletes it: that must not wait for this one.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => reject(request.error ?? new Error('no store'))
    request.onblocked = () => reject(new Error('the store is held'))
  })
}

async function run<T>(
  mode: IDBTransactionMode,
  part: Part,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(part, mode)
      const request = work(transaction.objectStore(part))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error ?? new Error('not kept'))
      transaction.onerror = () => reject(transaction.error ?? new Error('not kept'))
    })
  } finally {
    database.close()
  }
}

/** What is kept under a name, or undefined. The caller knows its shape: only our own code writes here. */
export function read<T>(part: Part, name: string): Promise<T | undefined> {
  return run('readonly', part, (store) => store.get(name)) as Promise<T | undefined>
}

export function readAll<T>(part: Part): Promise<T[]> {
  return run('readonly', part, (store) => store.getAll()) as Promise<T[]>
}

export async function write(part: Part, name: string, value: unknown): Promise<void> {
  await run('readwrite', part, (store) => store.put(value, name))
}

/** Changes what is kept under a name, in one transaction: nothing that another tab writes is lost, nothing deleted comes back. */
export async function change<T>(part: Part, name: string, news: (known: T) => T): Promise<void> {
  await run('readwrite', part, (store) => {
    const request = store.get(name) as IDBRequest<T | undefined>
    request.onsuccess = () => {
      if (request.result !== undefined) store.put(news(request.result), name)
    }
    return request
  })
}

/** Writes only where nothing is yet, and returns what is there then: two tabs that begin at once end with one. */
export async function writeOnce<T>(part: Part, name: string, value: T): Promise<T> {
  await run('readwrite', part, (store) => store.add(value, name)).catch(() => undefined)
  return (await read<T>(part, name)) ?? value
}

export async function remove(part: Part, name: string): Promise<void> {
  await run('readwrite', part, (store) => store.delete(name))
}

/** Whether this phone has our database at all; asking makes none. */
export async function hasStore(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false
  if (typeof indexedDB.databases === 'function') return (await indexedDB.databases()).some(({ name }) => name === STORE)
  return new Promise((resolve) => {
    const request = indexedDB.open(STORE)
    // Nothing was there: what is being made is given up again.
    request.onupgradeneeded = () => request.transaction?.abort()
    request.onsuccess = () => {
      request.result.close()
      resolve(true)
    }
    request.onerror = () => resolve(false)
  })
}

/** Whether this phone can keep something sealed: old browsers, and addresses without https, cannot. */
export function canSeal(): boolean {
  return typeof indexedDB !== 'undefined' && typeof crypto !== 'undefined' && crypto.subtle !== undefined
}
