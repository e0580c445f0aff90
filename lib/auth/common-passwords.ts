import 'server-only'
import { passwords } from './common-passwords.json'

/** Ten thousand of the passwords that leaked most often, in lower case; the file names its source. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(passwords)
