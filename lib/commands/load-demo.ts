import { loadDemonstration } from '@/lib/demo/load'

// Started by `npm start` and the tests with both connection strings in its environment, and with the number of
// reports when it is not to be all of them. Each line it writes is `<done> <total> <what>`.

const reports = process.argv[2]

process.on('disconnect', () => process.exit(1))
await loadDemonstration({
  onProgress: (done, total, what) => process.stdout.write(`${done} ${total} ${what}\n`),
  ...(reports === undefined ? {} : { reports: Number(reports) }),
})
process.exit(0)
