import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { wrapWithKms } from '@/lib/sealing/kms'
import { runCommand } from './ending'
import { write } from './phases'

// `npm run keys:new [-- --kms key-id]`: a new key for the settings, with --kms wrapped by the service of KMS_COMMAND.

const KEY_BYTES = 32

await runCommand(async () => {
  const { values } = parseArgs({ options: { kms: { type: 'string' } } })
  const key = randomBytes(KEY_BYTES)
  write(values.kms === undefined ? key.toString('base64') : wrapWithKms(process.env['KMS_COMMAND'], values.kms, key))
})
