import { beginJobs } from '@/lib/jobs/start-jobs'

// The jobs of one process and nothing else, for tests that kill it.
await beginJobs()
process.stdout.write('started\n')
setInterval(() => undefined, 60_000)
