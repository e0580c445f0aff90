import { auditPackages, checkLockFile } from './supply/check-packages'

// `npm run audit:packages`: known holes in what serves, the lock file and the licences. Ends with 1 when something is wrong.

const isWhole = [checkLockFile(), auditPackages()].every(Boolean)
process.exit(isWhole ? 0 : 1)
