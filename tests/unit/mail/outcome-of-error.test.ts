import { expect, it } from 'vitest'
import { outcomeOfError } from '@/lib/mail/outcome-of-error'

it.each([
  ['an address the server never takes', { code: 'EENVELOPE', responseCode: 550 }, 'refused', '550'],
  ['an address it takes later', { code: 'EENVELOPE', responseCode: 451 }, 'failed', '451'],
  ['words it does not take', { code: 'EMESSAGE', responseCode: 554 }, 'failed', '554'],
  ['our sign-in', { code: 'EAUTH', responseCode: 535 }, 'failed', '535'],
  ['no server there', { code: 'ESOCKET', syscall: 'connect' }, 'failed', 'ESOCKET'],
  ['no name of a server', { code: 'EDNS' }, 'failed', 'EDNS'],
  ['no connection in time', { code: 'ETIMEDOUT', timeoutType: 'CONNECTION_TIMEOUT' }, 'failed', 'ETIMEDOUT'],
  ['silence on a connection that stood', { code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' }, 'unsure', 'ETIMEDOUT'],
  ['our own patience', { code: 'ETIMEDOUT' }, 'unsure', 'ETIMEDOUT'],
  ['a connection that broke', { code: 'ECONNECTION' }, 'unsure', 'ECONNECTION'],
  ['a socket that broke', { code: 'ESOCKET', syscall: 'read' }, 'unsure', 'ESOCKET'],
  ['words instead of a code', { code: 'no such user hanh@example.org' }, 'unsure', 'unknown'],
  ['nothing', undefined, 'unsure', 'unknown'],
])('%s', (_what, error, kind, code) => {
  expect(outcomeOfError(error)).toEqual({ kind, code })
})
