/** What nodemailer throws, as far as it tells what the mail server has of the mail. */
type MailError = {
  readonly code?: unknown
  readonly responseCode?: unknown
  readonly syscall?: unknown
  readonly timeoutType?: unknown
}

/** Ends before the words of a mail go out: no name found, no way in, no address taken. */
const BEFORE_WORDS: readonly unknown[] = ['EDNS', 'ETLS', 'EAUTH', 'EENVELOPE', 'EREQUIRETLS', 'ENOAUTH', 'ECONFIG']

/**
 * What an error says of the mail. An answer of the server is a no: 5xx to the addresses is for good, anything else may go later
 * (about our own sign-in it says 5xx as well). Without an answer it is sure only where the connection never stood; a server that
 * falls silent later may have taken the mail, and its yes was lost.
 */
export function outcomeOfError(error: unknown): {
  readonly kind: 'refused' | 'failed' | 'unsure'
  readonly code: string
} {
  const { code, responseCode, syscall, timeoutType } = (typeof error === 'object' && error ? error : {}) as MailError
  const hasAnswer = typeof responseCode === 'number'
  const shown = hasAnswer ? String(responseCode) : typeof code === 'string' ? code : 'unknown'
  const said = /^[A-Z0-9_]{1,20}$/i.test(shown) ? shown : 'unknown'
  if (hasAnswer) return { kind: responseCode >= 500 && code === 'EENVELOPE' ? 'refused' : 'failed', code: said }
  const neverStood =
    syscall === 'connect' ||
    BEFORE_WORDS.includes(code) ||
    (timeoutType !== undefined && timeoutType !== 'SOCKET_TIMEOUT')
  return { kind: neverStood ? 'failed' : 'unsure', code: said }
}
