import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/platform/env'
import { isLoopback } from '@/lib/platform/served-addresses'
import { startCatcher } from './catcher'
import { isPlainAddress } from './address'
import { outcomeOfError } from './outcome-of-error'

/** A mail of plain text. `messageId` names it: tried again, it carries the same name and is the same mail. */
export type OutgoingMail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly messageId: string
}

/**
 * How it went. `failed`: the mail server surely did not take it; `unsure`: it was silent when it may have had it already. `code` is a
 * number or name of its answer, never its words: those may quote the address.
 */
export type SendOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused' | 'failed' | 'unsure'; readonly code: string }

/** `off`: no mail goes out; `server`: through SMTP_URL; `catcher`: into a folder of this machine, never outside. */
export type MailMode = 'off' | 'server' | 'catcher'

const SECONDS = 1000
/** A mail server that keeps us waiting for longer in all is one that failed. */
const ALL_OF_IT_MS = 15 * SECONDS
/** The sender where mail only lies in a folder. */
const CATCHER_FROM = 'fair-passage@localhost'

export function mailMode(): MailMode {
  const { SMTP_URL, MAIL_CATCHER_DIRECTORY } = env()
  if (SMTP_URL !== undefined) return 'server'
  return MAIL_CATCHER_DIRECTORY === undefined ? 'off' : 'catcher'
}

let transport: Promise<Transporter> | undefined

/** Hands a mail to the server. Never throws. */
export async function sendMail(mail: OutgoingMail): Promise<SendOutcome> {
  if (mailMode() === 'off') return { kind: 'failed', code: 'mail_off' }
  if (!isPlainAddress(mail.to)) return { kind: 'refused', code: 'bad_address' }
  let opened: Transporter | undefined
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooLong()), ALL_OF_IT_MS)
  })
  const hand = async () => {
    opened = await (transport ??= connect())
    await opened.sendMail({
      from: { name: 'Fair Passage', address: env().MAIL_FROM ?? CATCHER_FROM },
      to: { name: '', address: mail.to },
      subject: oneLine(mail.subject),
      text: mail.text,
      messageId: mail.messageId,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }
  try {
    await Promise.race([hand(), tooLong])
    return { kind: 'sent' }
  } catch (error) {
    transport = undefined
    opened?.close()
    return outcomeOfError(error)
  } finally {
    clearTimeout(timer)
  }
}

class TooLong extends Error {
  readonly code = 'ETIMEDOUT'
}

async function connect(): Promise<Transporter> {
  const { SMTP_URL, MAIL_CATCHER_DIRECTORY } = env()
  const url = SMTP_URL ?? (await startCatcher(MAIL_CATCHER_DIRECTORY ?? ''))
  return createTransport({
    url,
    // Outside this machine words and passwords go encrypted or not at all.
    ...(SMTP_URL === undefined || isLoopback(new URL(SMTP_URL).hostname) ? { ignoreTLS: true } : { requireTLS: true }),
    connectionTimeout: 5 * SECONDS,
    greetingTimeout: 5 * SECONDS,
    socketTimeout: 10 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\t]+/g, ' ')
}
