/** Made by lib/commands/phone-words.ts out of the message files: one small file for each language. */
declare module 'phone-words' {
  export type PhoneWords = {
    readonly sentOnce: string
    readonly tryAgain: string
    readonly noNetwork: string
    readonly notSent: string
    readonly tooLong: string
    /** One report waits; several, with `{count}`. */
    readonly oneWaits: string
    readonly someWait: string
    /** With `{time}`. */
    readonly sentAt: string
    readonly refusedBar: string
    readonly answersWait: string
    readonly look: string
  }
  export const PHONE_WORDS: Readonly<Record<string, () => Promise<{ readonly default: PhoneWords }>>>
}
