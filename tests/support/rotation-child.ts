import { rotateKeys } from '@/lib/commands/database/rotate-keys'

// A rotation in a process of its own, for tests that kill it: says how far it is, and takes its time.

const settings = JSON.parse(process.env['ROTATION'] ?? '{}') as { ownerUrl: string; keys: Record<string, string> }
await rotateKeys(settings.ownerUrl, settings.keys, {
  batch: 3,
  report: (what, done) => {
    process.stdout.write(`${what} ${done}\n`)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30)
  },
})
process.stdout.write('ended\n')
