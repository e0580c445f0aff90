import { readPart } from '@/lib/commands/backup/read-part'
import { restoreBackup } from '@/lib/commands/backup/restore-backup'
import { folderStore } from '@/lib/storage/folder-store'

// A restore in a process of its own, for tests that kill it: says how far it is, and takes its time.

type Wish = { ownerUrl: string; keys: Record<string, string>; cases: string; keysAt: string; store: string }
const wish = JSON.parse(process.env['RESTORE'] ?? '{}') as Wish
const store = folderStore(wish.store)
const backup = { cases: await readPart(wish.cases, 'cases'), keys: await readPart(wish.keysAt, 'keys') }
await restoreBackup({ ownerUrl: wish.ownerUrl, keys: wish.keys, storeOf: () => store }, backup, (line) => {
  process.stdout.write(`${line}\n`)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
})
process.stdout.write('ended\n')
