import { loadDemonstration } from '@/lib/demo/load'

// Started by `npm start` and the tests with both connection strings in its environment. Each line it writes is
// `<done> <total> <what>`.

process.on('disconnect', () => process.exit(1))
await loadDemonstration({
  onProgress: (done, total, what) => process.stdout.write(`${done} ${total} ${what}\n`),
})
process.exit(0)
