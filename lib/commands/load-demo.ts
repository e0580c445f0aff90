import { loadDemonstration } from '@/lib/demo/load'

// Started by `npm start` and the tests with both connection strings in its environment; `small` asks for a part of the
// data that is enough for tests. Each line it writes is `<done> <total> <what>`.

process.on('disconnect', () => process.exit(1))
await loadDemonstration({
  onProgress: (done, total, what) => process.stdout.write(`${done} ${total} ${what}\n`),
  size: process.argv[2] === 'small' ? 'small' : 'full',
})
process.exit(0)
