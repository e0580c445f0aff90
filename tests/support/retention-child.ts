import { runRetention } from '@/lib/usecases/retention/run-retention'

// One run of the retention job and nothing else, for tests that kill it.
await runRetention()
