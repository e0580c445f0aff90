import { z } from 'zod'

// The settings of e-mail, read by lib/platform/env.ts.

/** What every schema of settings has of e-mail. */
export const mailSettingsShape = {
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, { error: 'is not an address such as smtps://user:password@mail.example.org:465' })
    .optional(),
  MAIL_FROM: z
    .email({ error: 'is not an address such as desk@example.org' })
    .max(254, { error: 'is longer than an address can be' })
    .optional(),
} as const

export type MailSettings = z.output<z.ZodObject<typeof mailSettingsShape>>

/** A server without a sender, or the other way round, is a mistake: says which is missing. */
export function refuseHalfMail(settings: MailSettings, context: z.core.$RefinementCtx): void {
  const missing = settings.SMTP_URL === undefined ? 'SMTP_URL' : 'MAIL_FROM'
  if ((settings.SMTP_URL === undefined) === (settings.MAIL_FROM === undefined)) return
  context.addIssue({ code: 'custom', path: [missing], message: 'is missing: the other setting of e-mail is set' })
}

/** The settings of e-mail as variables for the application's own process. `catcher`: where mail is kept instead of being sent. */
export function mailVariables(settings: MailSettings, catcher?: string): Readonly<Record<string, string>> {
  const { SMTP_URL, MAIL_FROM } = settings
  if (SMTP_URL !== undefined && MAIL_FROM !== undefined) return { SMTP_URL, MAIL_FROM }
  return catcher === undefined ? {} : { MAIL_CATCHER_DIRECTORY: catcher }
}
